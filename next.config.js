/** @type {import('next').NextConfig} */
module.exports = {
  output: 'standalone',
  poweredByHeader: false,
  outputFileTracingRoot: __dirname,
  turbopack: { root: __dirname },
  serverExternalPackages: ['@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler', 'pg'],
}
