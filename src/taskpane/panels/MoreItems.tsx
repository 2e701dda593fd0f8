/** More statements, dimensions, judges … for a method workbook that stands: says what it does before it does it. */
import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { MoreItemsDraft } from "../../commands/types";
import type { Counts } from "../../core/methods/counts";
import { useWords } from "../hooks/words";

interface MoreItemsProps {
  readonly draft: MoreItemsDraft;
  readonly disabled: boolean;
  readonly onMake: (added: Counts) => void;
}

export function MoreItems({ draft, disabled, onMake }: MoreItemsProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const asked = draft.items.map((item) => {
    const room = Math.max(0, item.most - item.standing);
    const text = (typed[item.key] ?? "").trim();
    const added = text === "" ? 0 : Number(text);
    return { ...item, room, added, isGood: Number.isInteger(added) && added >= 0 && added <= room };
  });
  const isGood = asked.every((item) => item.isGood) && asked.some(({ added, waiting }) => added + waiting > 0);
  return (
    <section className="stack">
      <p className="quiet">{draft.title}</p>
      {asked.map(({ key, standing, waiting, most, room, isGood: good }) => (
        <div key={key} className="tight">
          {waiting > 0 && <p>{say("pane.more.waiting", { count: waiting })}</p>}
          {room === 0 ? (
            <p className="quiet">{say("pane.more.full", { standing })}</p>
          ) : (
            <Field
              label={say(`pane.more.${key}`)}
              {...(good
                ? { hint: say("pane.more.now", { standing, most }) }
                : { validationMessage: say("pane.more.bad", { room }) })}
            >
              <Input
                type="number"
                min={0}
                max={room}
                step={1}
                value={typed[key] ?? ""}
                onChange={(_, { value }) => setTyped({ ...typed, [key]: value })}
              />
            </Field>
          )}
        </div>
      ))}
      <p className="quiet">{say("pane.more.does")}</p>
      <Button
        className="start"
        appearance="primary"
        disabledFocusable={disabled || !isGood}
        onClick={() => onMake(Object.fromEntries(asked.map(({ key, added }) => [key, added])))}
      >
        {say("pane.more.button")}
      </Button>
    </section>
  );
}
