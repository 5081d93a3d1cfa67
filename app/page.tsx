export default function HomePage() {
  return <h1>Peerbalance</h1>;
}
