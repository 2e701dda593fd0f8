/** One finding: the sentence, its cell, why, and fixes with a preview before anything changes. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding, Fix } from "../../core/model/finding";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";
import { Severity } from "./Severity";

export interface FindingActions {
  readonly disabled: boolean;
  readonly onGoTo: (location: Location) => void;
  readonly onFix: (finding: Finding, fix: Fix) => void;
}

function FixPreview({ fix, disabled, onApply }: { fix: Fix; disabled: boolean; onApply: () => void }) {
  const { say, number, cell } = useWords();
  const show = (value: number | string | null): string =>
    value === null ? say("pane.fix.blank") : typeof value === "number" ? number(value) : value;
  return (
    <div className="tight">
      <table className="small">
        <thead>
          <tr>
            <th scope="col">{say("pane.fix.what")}</th>
            <th scope="col" className="number">
              {say("pane.fix.before")}
            </th>
            <th scope="col" className="number">
              {say("pane.fix.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {fix.patches.map((patch) => (
            <tr key={cell(patch.location)}>
              <td>
                {patch.label} <span className="quiet block">{cell(patch.location)}</span>
              </td>
              <td className="number">{show(patch.before)}</td>
              <td className="number">{show(patch.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button appearance="primary" disabledFocusable={disabled} onClick={onApply}>
        {say("pane.fix.apply", { count: fix.patches.length })}
      </Button>
    </div>
  );
}

export function FindingCard({ finding, disabled, onGoTo, onFix }: FindingActions & { readonly finding: Finding }) {
  const { say, tell, cell } = useWords();
  const [why, setWhy] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const fixes = finding.fixes ?? [];
  const chosen = open === null ? undefined : fixes[open];
  return (
    <li className="card tight">
      <div className="row">
        <Severity level={finding.severity}>{say(`pane.${finding.severity}`)}</Severity>
        <span className="quiet">
          {finding.rule} · {cell(finding.location)}
        </span>
      </div>
      <p>{tell(finding.message)}</p>
      <p className="quiet">{tell(finding.next)}</p>
      <div className="row">
        <Button
          size="small"
          aria-label={say("pane.goTo.of", { cell: cell(finding.location) })}
          onClick={() => onGoTo(finding.location)}
        >
          {say("pane.goTo")}
        </Button>
        <Button size="small" appearance="subtle" aria-expanded={why} onClick={() => setWhy(!why)}>
          {say("pane.why")}
        </Button>
        {fixes.map((fix, index) => (
          <Button
            key={index}
            size="small"
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? null : index)}
          >
            {say("pane.fix.preview", { label: tell(fix.label) })}
          </Button>
        ))}
      </div>
      {why && <p className="quiet">{tell(finding.why)}</p>}
      {chosen && <FixPreview fix={chosen} disabled={disabled} onApply={() => onFix(finding, chosen)} />}
    </li>
  );
}
