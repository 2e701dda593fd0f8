/** Runs the test files of a group one after the other, each as if it were alone but for what is loaded already. */
import { filesOf } from "./together.cjs";

/** `group`: the path of a file in test/together. A file that cannot be loaded fails as a test; the others run. */
export function runTogether(group: string): void {
  for (const file of filesOf(group)) {
    describe(file.name, () => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import` would leave the describe block
        require(file.path);
      } catch (error) {
        it("can be loaded", () => {
          throw error;
        });
      }
    });
  }
}
