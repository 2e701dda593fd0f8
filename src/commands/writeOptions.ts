/** A command's options as the writer takes them: its progress gets a sentence. */
import type { WriteOptions } from "../excel/writeBlueprint";
import type { RunOptions } from "./types";

export const writeOptions = ({ onProgress, signal }: RunOptions): WriteOptions => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onProgress === undefined
    ? {}
    : {
        onProgress: (done, of) => {
          onProgress({ done, of, label: { key: "commands.writing" } });
        },
      }),
});
