/** How many statements, dimensions, sections … a method's workbook is made with. */
import { Field, Input, Select } from "@fluentui/react-components";
import type { TemplateSummary } from "../../commands/types";
import { useWords } from "../hooks/words";
import { countTyped, type ScorecardDraft } from "./scorecardDraft";

interface ItemCountsProps {
  readonly asked: TemplateSummary["counts"];
  readonly typed: ScorecardDraft["counts"];
  readonly onTyped: (counts: ScorecardDraft["counts"]) => void;
}

/** A question for each kind of item; nothing where the template asks for none. */
export function ItemCounts({ asked, typed, onTyped }: ItemCountsProps) {
  const { say } = useWords();
  return (
    <>
      {asked.map((item) => {
        const { key, least, usual, most, choices } = item;
        if (choices !== undefined)
          return (
            <Field key={key} label={say(`pane.count.${key}`)} hint={say("pane.count.points.hint")}>
              <Select
                value={typed[key] ?? String(usual)}
                onChange={(_, { value }) => onTyped({ ...typed, [key]: value })}
              >
                {choices.map((choice) => (
                  <option key={choice} value={String(choice)}>
                    {choice}
                  </option>
                ))}
              </Select>
            </Field>
          );
        const isGood = countTyped(item, typed) !== null;
        return (
          <Field
            key={key}
            label={say(`pane.count.${key}`)}
            {...(isGood
              ? { hint: say("pane.count.hint", { least, most, usual }) }
              : { validationMessage: say("pane.count.bad", { least, most }) })}
          >
            <Input
              type="number"
              min={least}
              max={most}
              step={1}
              value={typed[key] ?? String(usual)}
              onChange={(_, { value }) => onTyped({ ...typed, [key]: value })}
            />
          </Field>
        );
      })}
    </>
  );
}
