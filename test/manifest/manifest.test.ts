import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { translate } from "../../src/i18n";
import { lintManifest, type ManifestContext } from "../../tools/manifest/lintManifest";

const root = path.resolve(__dirname, "../..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const version = (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version;

/** Width and height stand at bytes 16–23 of a PNG. */
function imageSize(file: string): readonly [number, number] | null {
  const full = path.join(root, file);
  if (!existsSync(full)) return null;
  const bytes = readFileSync(full);
  return bytes.toString("latin1", 1, 4) === "PNG" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}
const associated = new Set(
  readdirSync(path.join(root, "src/commands"))
    .map((file) => readFileSync(path.join(root, "src/commands", file), "utf8"))
    .flatMap((source) =>
      [...source.matchAll(/(?:associate\(|RIBBON_FUNCTION:\s*)"(\w+)"/g)].map((match) => match[1] ?? ""),
    ),
);
const context: ManifestContext = {
  imageSize,
  associated,
  packageVersion: version,
  locales: ["zh-CN"],
  address: "https://localhost:3000",
};
const lint = (xml: string): readonly string[] => lintManifest(xml, context);

describe("manifest.xml", () => {
  it.each([
    ["New", "new"],
    ["Rank", "rank"],
    ["Check", "check"],
    ["Clear", "clear"],
  ])("calls the button %s what the pane calls it, in both languages", (id, action) => {
    const found = new RegExp(
      `id="${id}\\.Label" DefaultValue="([^"]*)">\\s*<bt:Override Locale="zh-CN" Value="([^"]*)"`,
    );
    const [, english, chinese] = found.exec(manifest) ?? [];
    const key = `pane.action.${action}`;
    expect([english, chinese]).toEqual([translate("en", key), translate("zh-CN", key)]);
  });

  it("has nothing wrong that the schema would not see", () => {
    expect(lint(manifest)).toEqual([]);
  });

  it.each([
    [
      "an unknown resource",
      (x: string) => x.replace('resid="Check.Tip"', 'resid="Gone.Tip"'),
      /Gone\.Tip is used but not defined/,
    ],
    [
      "a resource nobody uses",
      (x: string) =>
        x.replace(
          "<bt:ShortStrings>",
          '<bt:ShortStrings><bt:String id="Idle" DefaultValue="x"><bt:Override Locale="zh-CN" Value="x"/></bt:String>',
        ),
      /Idle is defined but not used/,
    ],
    [
      "a missing Chinese text",
      (x: string) => x.replace('<bt:Override Locale="zh-CN" Value="检查工作表"/>', ""),
      /Check\.Label has no zh-CN text/,
    ],
    [
      "a plain http address",
      (x: string) => x.replace('id="Help.Url" DefaultValue="https:', 'id="Help.Url" DefaultValue="http:'),
      /not an https address/,
    ],
    [
      "an icon without its 80 px image",
      (x: string) => x.replace('<bt:Image size="80" resid="check.80"/>', ""),
      /no 80 px image/,
    ],
    [
      "an icon file of the wrong size",
      (x: string) => x.replace("assets/rank-32.png", "assets/rank-16.png"),
      /rank\.32: assets\/rank-16\.png is 16×16/,
    ],
    ["a missing icon file", (x: string) => x.replace("assets/rank-32.png", "assets/none.png"), /missing/],
    [
      "a function nobody registers",
      (x: string) => x.replace("<FunctionName>checkSheet<", "<FunctionName>cheeckSheet<"),
      /cheeckSheet is not registered/,
    ],
    [
      "another version than the package's",
      (x: string) => x.replace(/<Version>[^<]+</, "<Version>9.9.9.0<"),
      /not .* as in package\.json/,
    ],
    [
      "two controls with one id",
      (x: string) => x.replaceAll('id="Evenhand.Rank"', 'id="Evenhand.New"'),
      /Evenhand\.New is used twice/,
    ],
    [
      "another host",
      (x: string) => x.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'),
      /host other than Workbook/,
    ],
    [
      "a text that is too long",
      (x: string) => x.replace('DefaultValue="Check sheet"', `DefaultValue="${"x".repeat(126)}"`),
      /longer than 125/,
    ],
    [
      "a second page in the shared runtime",
      (x: string) => x.replace('<FunctionFile resid="Pane.Url"/>', '<FunctionFile resid="Help.Url"/>'),
      /do not name the same page/,
    ],
    ["broken XML", (x: string) => x.replace("</OfficeApp>", ""), /well-formed/],
  ])("would be refused with %s", (_what, spoil, complaint) => {
    const spoilt = spoil(manifest);
    expect(spoilt).not.toBe(manifest);
    expect(lint(spoilt).join("\n")).toMatch(complaint);
  });
});
