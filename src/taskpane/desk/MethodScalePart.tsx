/** How the results of a method are read: the scale, bands, numbers of its Settings. */
import { Field, Select } from "@fluentui/react-components";
import { isShare, itemTableOf, scaleAskedOf, usualBandsOf } from "../../core/methods/itemFields";
import { present } from "../../core/schema/fields";
import { withScale, type MethodDraft } from "../../core/templates/methodDraft";
import { BandsField } from "./BandsField";
import { NumberField } from "./fields";
import type { MethodPartProps } from "./OwnItemsPart";
import { inBothLanguages, useDeskWords } from "./words";

/** Whether there is anything to choose. */
export const hasScalePart = ({ workbook }: MethodDraft): boolean =>
  scaleAskedOf(workbook) !== null ||
  usualBandsOf(workbook).length > 0 ||
  Object.keys(itemTableOf(workbook)?.settings ?? {}).length > 0;

function Numbers({ draft, onDraft }: MethodPartProps) {
  const { desk, sheet } = useDeskWords();
  const keys = Object.keys(itemTableOf(draft.workbook)?.settings ?? {});
  if (keys.length === 0) return null;
  const put = (key: string, value: number | undefined): void =>
    onDraft({ ...draft, settings: present({ ...draft.settings, [key]: value }) as Record<string, number> });
  return (
    <fieldset className="tight">
      <legend>{desk("numbers")}</legend>
      <p className="quiet">{desk("numbers.usual")}</p>
      {keys.map((key) => {
        const value = draft.settings?.[key];
        const name = sheet(`settings.${key}`);
        return (
          <NumberField
            key={key}
            label={isShare(key) ? desk("share", { field: name }) : name}
            path={`settings.${key}`}
            value={isShare(key) && value !== undefined ? Math.round(value * 10_000) / 100 : value}
            onChange={(typed) => put(key, isShare(key) && typed !== undefined ? typed / 100 : typed)}
          />
        );
      })}
    </fieldset>
  );
}

export function MethodScalePart({ draft, onDraft }: MethodPartProps) {
  const { say } = useDeskWords();
  const asked = scaleAskedOf(draft.workbook);
  const limits = usualBandsOf(draft.workbook, draft.points);
  const usual = (): NonNullable<MethodDraft["bands"]> =>
    limits.map((from, i) =>
      present({ name: inBothLanguages(`band.${String(i + 1)}`), from: i === 0 ? undefined : from }),
    );
  return (
    <div className="tight">
      {asked !== null && (
        <Field label={say("pane.count.points")}>
          <Select
            value={String(draft.points ?? asked.usual)}
            onChange={(_, { value }) => onDraft(withScale(draft, Number(value)))}
          >
            {asked.choices?.map((choice) => (
              <option key={choice} value={String(choice)}>
                {choice}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {limits.length > 0 && (
        <BandsField
          bands={draft.bands}
          usual={usual}
          onBands={(bands) => onDraft(present({ ...draft, bands }))}
          step={asked === null ? 5 : 0.5}
        />
      )}
      <Numbers draft={draft} onDraft={onDraft} />
    </div>
  );
}
