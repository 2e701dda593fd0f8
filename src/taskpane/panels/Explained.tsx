/** The open sheet in plain words. */
import type { Explanation } from "../../commands/types";
import { useWords } from "../hooks/words";

export function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { say, tell } = useWords();
  return (
    <section className="tight">
      <p className="quiet">{say("pane.sheet", { sheet: explanation.sheet })}</p>
      <ul className="sentences">
        {explanation.lines.map((line, index) => (
          <li key={index}>{tell(line)}</li>
        ))}
      </ul>
    </section>
  );
}
