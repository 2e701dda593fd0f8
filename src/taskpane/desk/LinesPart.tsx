/** Sections and their indicators with weights; the sum is always in sight, and one press makes it 100. */
import { Button } from "@fluentui/react-components";
import {
  ChevronDown16Regular,
  ChevronRight16Regular,
  LockClosed16Filled,
  LockOpen16Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { present } from "../../core/schema/fields";
import {
  inSections,
  movedLine,
  scaledTo100,
  weightSum,
  withCopy,
  withLine,
  withoutLine,
  withoutSection,
  withSection,
  type DraftLine,
  type TemplateDraft,
} from "../../core/templates/draft";
import { NumberField, TextsField } from "./fields";
import { LineButtons, LineDetails } from "./LineDetails";
import { WeightTotal } from "./WeightTotal";
import { useDeskWords, useFault } from "./words";

export interface PartProps {
  readonly draft: TemplateDraft;
  readonly onDraft: (draft: TemplateDraft) => void;
}
interface LinesPartProps extends PartProps {
  /** Ids of the lines whose details are shown. */
  readonly open: readonly string[];
  readonly onOpen: (ids: readonly string[]) => void;
}
interface LockProps {
  /** Ids of the lines whose weights stay when all are scaled. */
  readonly locked: ReadonlySet<string>;
  readonly onLock: (locked: ReadonlySet<string>) => void;
}

function Total({ draft, onDraft, locked }: PartProps & Pick<LockProps, "locked">) {
  const { desk } = useDeskWords();
  const sum = weightSum(draft.lines);
  const scaled = sum === 100 ? null : scaledTo100(draft, locked);
  const isHeld = sum !== 100 && scaled === null && draft.lines.some(({ id }) => locked.has(id));
  return (
    <WeightTotal sum={sum} scaled={scaled} onScaled={onDraft}>
      {isHeld && <span className="error small-text">{desk("lock.held")}</span>}
    </WeightTotal>
  );
}

interface LineRowProps extends LinesPartProps, LockProps {
  readonly line: DraftLine;
}

/** Keeps a weight as it is while the others are scaled. */
function LockButton({ id, name, isEmpty, locked, onLock }: LockProps & { id: string; name: string; isEmpty: boolean }) {
  const { desk } = useDeskWords();
  const isLocked = locked.has(id);
  const label = desk("line.lock", { name });
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={isLocked ? <LockClosed16Filled /> : <LockOpen16Regular />}
      aria-pressed={isLocked}
      aria-label={label}
      title={label}
      // There is nothing yet that could stay.
      disabledFocusable={isEmpty && !isLocked}
      onClick={() => onLock(new Set([...locked, id].filter((known) => known !== id || !isLocked)))}
    />
  );
}

function LineRow({ line, draft, onDraft, open, onOpen, locked, onLock }: LineRowProps) {
  const { desk, language } = useDeskWords();
  const index = draft.lines.indexOf(line);
  const path = `lines[${String(index)}]`;
  const isOpen = open.includes(line.id);
  const said = line.name[language] ?? line.name.en ?? line.name["zh-CN"] ?? "";
  const name = said.trim() === "" ? desk("line", { number: index + 1 }) : said;
  const put = (next: DraftLine): void => {
    const lines = draft.lines.map((one) => (one.id === line.id ? next : one));
    onDraft(next.section === line.section ? { ...draft, lines } : inSections({ ...draft, lines }));
  };
  const nameOfSection = (id: string): string =>
    sectionName(draft, id, language) ?? desk("section.named", { number: id.slice(1) });
  const peers = draft.lines.filter(({ section }) => section === line.section);
  return (
    <li className="desk-line">
      <div className="desk-row">
        <Button
          appearance="subtle"
          className="desk-name"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          aria-label={desk("line.details", { name })}
          onClick={() => onOpen(isOpen ? open.filter((id) => id !== line.id) : [...open, line.id])}
        >
          {name}
        </Button>
        <NumberField
          label={desk("line.weight", { name })}
          path={`${path}.weight`}
          value={line.weight}
          isBare
          onChange={(weight) => put(present({ ...line, weight }))}
        />
        <LockButton id={line.id} name={name} isEmpty={line.weight === undefined} locked={locked} onLock={onLock} />
      </div>
      {isOpen && (
        <>
          <LineDetails line={line} path={path} sections={draft.sections} nameOfSection={nameOfSection} onLine={put} />
          <LineButtons
            isFirst={peers[0] === line}
            isLast={peers.at(-1) === line}
            onMove={(by) => onDraft(movedLine(draft, line.id, by))}
            onCopy={() => onDraft(withCopy(draft, line.id))}
            onRemove={() => onDraft(withoutLine(draft, line.id))}
          />
        </>
      )}
    </li>
  );
}

const sectionName = ({ sections }: TemplateDraft, id: string, language: "en" | "zh-CN"): string | undefined => {
  const name = sections.find((section) => section.id === id)?.name;
  const said = name?.[language] ?? name?.en ?? name?.["zh-CN"];
  return said === undefined || said.trim() === "" ? undefined : said;
};

interface SectionProps extends LinesPartProps, LockProps {
  /** Position in the draft; null for the lines that stand in no section. */
  readonly index: number | null;
}

function Section({ index, ...props }: SectionProps) {
  const { desk, number } = useDeskWords();
  const { draft, onDraft, onOpen, open } = props;
  const section = index === null ? null : (draft.sections[index] ?? null);
  const lines = draft.lines.filter((line) => line.section === section?.id);
  const path = `sections[${String(index)}]`;
  if (section === null && lines.length === 0 && draft.sections.length > 0) return null;
  const add = (): void => {
    const next = withLine(draft, section?.id);
    const added = next.lines.find(({ id }) => !draft.lines.some((line) => line.id === id));
    onDraft(next);
    if (added !== undefined) onOpen([...open, added.id]);
  };
  return (
    <section className="card tight">
      {section !== null && index !== null && (
        <TextsField
          label={`${desk("section.named", { number: index + 1 })} · ${desk("section.sum", { sum: number(weightSum(lines)) })}`}
          path={`${path}.name`}
          value={section.name}
          onChange={(name) =>
            onDraft({ ...draft, sections: draft.sections.map((one, i) => (i === index ? { ...one, name } : one)) })
          }
        />
      )}
      {section?.weight !== undefined && index !== null && (
        <NumberField
          label={desk("section.weight")}
          path={`${path}.weight`}
          value={section.weight}
          onChange={(weight) =>
            onDraft({
              ...draft,
              sections: draft.sections.map((one, i) => (i === index ? present({ ...one, weight }) : one)),
            })
          }
        />
      )}
      <ul className="tight">
        {lines.map((line) => (
          <LineRow key={line.id} line={line} {...props} />
        ))}
      </ul>
      <div className="row">
        <Button size="small" onClick={add}>
          {desk("line.add")}
        </Button>
        {section !== null && lines.length === 0 && (
          <Button size="small" onClick={() => onDraft(withoutSection(draft, section.id))}>
            {desk("section.remove")}
          </Button>
        )}
      </div>
    </section>
  );
}

export function LinesPart(props: LinesPartProps) {
  const { desk } = useDeskWords();
  const { draft, onDraft } = props;
  const [locked, onLock] = useState<ReadonlySet<string>>(new Set());
  const locks = { locked, onLock };
  const tooFew = useFault("lines");
  return (
    <div className="tight">
      <Total draft={draft} onDraft={onDraft} locked={locked} />
      {tooFew !== null && draft.lines.length === 0 && <p className="error small-text">{tooFew}</p>}
      {draft.sections.map(({ id }, index) => (
        <Section key={id} index={index} {...props} {...locks} />
      ))}
      <Section index={null} {...props} {...locks} />
      <Button size="small" className="start" onClick={() => onDraft(withSection(draft))}>
        {desk("section.add")}
      </Button>
    </div>
  );
}
