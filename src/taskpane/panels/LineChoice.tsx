/** The lines of the chosen template with their weights: what does not fit is left out, weights are changed, the sum is seen. */
import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { TemplateSummary } from "../../commands/types";
import { USUAL_RATING_POINTS } from "../../core/templates/fitted";
import { decimalSign, numberText, parseNumber } from "../desk/numbers";
import { useWords } from "../hooks/words";
import { fitSum, isComplete, isKept, scaledFit, toggledLine, unweighted, withWeight, type LineFit } from "./lineFit";

interface LineChoiceProps {
  readonly template: TemplateSummary;
  readonly fit: LineFit;
  readonly onFit: (fit: LineFit | null) => void;
}

export function LineChoice({ template, fit, onFit }: LineChoiceProps) {
  const { say, number } = useWords();
  const [open, setOpen] = useState(false);
  const good = isComplete(fit, template);
  const empty = unweighted(fit, template);
  const kept = template.lines.filter(({ id }) => isKept(fit, id));
  const total = { sum: number(fitSum(fit)), count: kept.length };
  const isChanged = kept.length < template.lines.length || kept.some(({ id, weight }) => fit.weights[id] !== weight);
  return (
    <div className="tight">
      {/* No <details>: Excel on the web does not count its summary as a tab stop. */}
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(good ? "pane.new.preview.good" : "pane.new.preview.bad", total)}
      </Button>
      {open && (
        <>
          <p className="quiet">{say("pane.new.fit.hint")}</p>
          <ul className="fit" aria-label={say("pane.new.preview")}>
            {template.lines.map(({ id, name }) => (
              <li key={id}>
                <Checkbox
                  label={name}
                  checked={isKept(fit, id)}
                  // A scorecard without a line is none.
                  disabled={kept.length === 1 && isKept(fit, id)}
                  onChange={() => onFit(toggledLine(fit, id, template))}
                />
                {isKept(fit, id) && (
                  <WeightInput
                    label={say("pane.new.fit.weight", { name })}
                    value={fit.weights[id] ?? null}
                    onWeight={(weight) => onFit(withWeight(fit, id, weight))}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className="fit-total">
            <span>{say("pane.new.total")}</span>
            <output className={good ? "" : "error"}>{total.sum}</output>
          </p>
          {empty !== null && <p className="error small-text">{say("pane.new.fit.empty", { name: empty })}</p>}
          {(isChanged || !good) && (
            <div className="row">
              {!good && fitSum(fit) > 0 && (
                <Button size="small" onClick={() => onFit(scaledFit(fit))}>
                  {say("pane.new.fit.scale")}
                </Button>
              )}
              {isChanged && (
                <Button size="small" onClick={() => onFit(null)}>
                  {say("pane.new.fit.reset")}
                </Button>
              )}
            </div>
          )}
          {template.ratingPoints !== undefined && <RatingPoints own={template.ratingPoints} fit={fit} onFit={onFit} />}
        </>
      )}
    </div>
  );
}

interface WeightInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly onWeight: (weight: number | null) => void;
}

/** A weight as the person's culture writes it; what is none stays in the field, marked. */
function WeightInput({ label, value, onWeight }: WeightInputProps) {
  const [sign] = useState(() => decimalSign(navigator.language));
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | null } | null>(null);
  // Scaled meanwhile, the field shows the number and not what was typed before.
  const text = typed?.value === value ? typed.text : numberText(value ?? undefined, sign);
  return (
    <Input
      className="number-field"
      size="small"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={value === null || value <= 0}
      value={text}
      onChange={(_, data) => {
        const next = parseNumber(data.value, sign);
        setTyped({ text: data.value, value: next });
        onWeight(next);
      }}
    />
  );
}

function RatingPoints({ own, fit, onFit }: { readonly own: number } & Pick<LineChoiceProps, "fit" | "onFit">) {
  const { say } = useWords();
  const offered = [...new Set([...USUAL_RATING_POINTS, own])].sort((a, b) => a - b);
  return (
    <Field label={say("pane.new.fit.rating")}>
      <Select
        value={String(fit.ratingPoints ?? own)}
        onChange={(_, { value }) => onFit({ ...fit, ratingPoints: Number(value) === own ? null : Number(value) })}
      >
        {offered.map((points) => (
          <option key={points} value={points}>
            {say("pane.new.fit.rating.points", { points })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
