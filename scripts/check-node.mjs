/** What package.json asks for (engines), looked at before anything that another Node would stumble over. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  console.error(
    `Peerbalance needs Node 20.19, 22.12 or 24 and later; this is ${process.versions.node}. Install one from https://nodejs.org.`,
  );
  process.exit(1);
}
