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
  // server/answers/answer-headers.ts sets the headers of everything else.
  headers: async () => [
    { source: "/_next/static/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
};

export default config;
