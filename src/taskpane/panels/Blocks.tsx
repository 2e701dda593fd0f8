/** Of several tables on a sheet: all of them are scored, or the one that the person chooses. */
import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { BlockChoice, BlockOption } from "../../commands/types";
import { rectAddress } from "../../core/model/a1";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";

interface BlocksProps {
  readonly blocks: readonly BlockOption[];
  readonly disabled: boolean;
  readonly onGoTo: (location: Location) => void;
  /** null: all. */
  readonly onChoose: (choice: BlockChoice | null) => void;
}

/** What is scored now: the place of one table, -1 for all. */
const usedNow = (blocks: readonly BlockOption[]): number =>
  blocks.every(({ isUsed }) => isUsed) ? -1 : blocks.findIndex(({ isUsed }) => isUsed);

/** Nothing is read anew while somebody goes through the choices with the arrow keys: that takes a press of the button. */
export function Blocks({ blocks, disabled, onGoTo, onChoose }: BlocksProps) {
  const { say, number } = useWords();
  const now = usedNow(blocks);
  const [wanted, want] = useState(now);
  const block = blocks[wanted];
  return (
    <section className="card tight" aria-label={say("pane.blocks.title", { count: blocks.length })}>
      <h2>{say("pane.blocks.title", { count: blocks.length })}</h2>
      <Field label={say("pane.blocks.which")}>
        <RadioGroup value={String(wanted)} disabled={disabled} onChange={(_, { value }) => want(Number(value))}>
          <Radio value="-1" label={say("pane.blocks.all")} />
          {blocks.map(({ location, people, criteria, weights }, index) => (
            <Radio
              key={index}
              value={String(index)}
              label={
                <>
                  {rectAddress(location.rect)}
                  <span className="quiet block">
                    {say("pane.blocks.what", { people, criteria })}
                    {weights.sum !== null && weights.expected !== null && (
                      <span className="block">
                        {say("pane.blocks.sum", { sum: number(weights.sum), expected: number(weights.expected) })}
                      </span>
                    )}
                  </span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <div className="row">
        <Button
          appearance={wanted === now ? "secondary" : "primary"}
          disabledFocusable={disabled || wanted === now}
          onClick={() => onChoose(block?.choice ?? null)}
        >
          {say("pane.blocks.use")}
        </Button>
        {block !== undefined && (
          <Button appearance="subtle" onClick={() => onGoTo(block.location)}>
            {say("pane.blocks.show")}
          </Button>
        )}
      </div>
    </section>
  );
}
