/**
 * Fails when package-lock.json lacks an optional (per-platform) package that some entry names:
 * npm leaves such entries out without a word when a registry lacks them, and `npm ci` then stops on other machines.
 */
import fs from "node:fs";

const packages = JSON.parse(fs.readFileSync(process.argv[2] ?? "package-lock.json", "utf8")).packages;
const incomplete = Object.entries(packages).flatMap(([place, entry]) => {
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter(
    (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
  );
  return missing.length > 0
    ? [`${place || "root"} ${entry.version}: ${missing.length} missing, first ${missing[0]}`]
    : [];
});
for (const line of incomplete) console.error(line);
console.log(incomplete.length > 0 ? `${incomplete.length} entries of the lock are incomplete` : "lock complete");
process.exit(incomplete.length > 0 ? 1 : 0);
