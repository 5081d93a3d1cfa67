/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // It reads tables of its own beside itself.
  serverExternalPackages: ["pdfkit"],
  // Without its optimizer: no page shows a picture of another size than its file, and it would fetch pages for anyone who asks.
  images: { unoptimized: true },
  // The scripts run the checks on their own; a build does not repeat them.
  typescript: { ignoreBuildErrors: true },
};

export default config;
