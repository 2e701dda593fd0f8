import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { contentSecurityPolicy, OFFICE_CDN } from "./tools/build/contentSecurityPolicy.mjs";
import { DEVELOPMENT_ADDRESS, manifestFor } from "./tools/build/manifestFor.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Office.js must come from Microsoft's CDN in production; the workbench serves the npm copy from its own origin. */
const officeScripts = { cdn: `${OFFICE_CDN}/lib/1/hosted/office.js`, local: "/office/office.js" };

/** Puts the policy first and Office.js before our scripts into every page's head. */
class OfficePage {
  constructor(office) {
    this.office = office;
  }
  apply(compiler) {
    compiler.hooks.compilation.tap("OfficePage", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap("OfficePage", (data) => {
        const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(this.office)}">`;
        const script = `<script src="${officeScripts[this.office]}"></script>`;
        data.html = data.html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}${policy}`);
        data.html = data.html.replace(/(<script defer|<\/head>)/, `${script}$1`);
        return data;
      });
    });
  }
}

/**
 * env.office  cdn (default) or local     env.out  output folder (default dist)
 * ADDIN_URL   the address the add-in will be served from; goes into the manifest of the build
 */
export default (env = {}, argv = {}) => {
  const production = argv.mode !== "development";
  const office = env.office ?? "cdn";
  const address = process.env.ADDIN_URL ?? DEVELOPMENT_ADDRESS;
  const version = JSON.parse(fs.readFileSync(path.join(here, "package.json"), "utf8")).version;
  return {
    mode: production ? "production" : "development",
    target: ["web", "es2022"],
    context: here,
    devtool: production ? "source-map" : "inline-source-map",
    cache: {
      type: "filesystem",
      name: `${office}-${production ? "production" : "development"}`,
      cacheDirectory: path.join(here, "node_modules/.cache/webpack"),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(here, env.out ?? "dist"),
      clean: true,
      publicPath: "auto",
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" }],
    },
    optimization: {
      minimizer: [
        new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, minimizerOptions: { compress: { passes: 2 } } }),
      ],
      splitChunks: {
        chunks: "all",
        cacheGroups: {
          react: {
            test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
            name: "react",
            priority: 20,
            enforce: true,
          },
        },
      },
    },
    performance: { hints: false },
    stats: "errors-warnings",
    plugins: [
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        minify: false,
      }),
      new OfficePage(office),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "assets/*.json", to: "assets/[name][ext]", noErrorOnMissing: true },
          { from: "assets/*.html", to: "[name][ext]", noErrorOnMissing: true },
          { from: "src/taskpane/taskpane.css", to: "taskpane.css" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (text) => manifestFor(text.toString(), { address, version }),
          },
        ],
      }),
    ],
  };
};
