/** Fields of the desk: a text in the languages shown, a number, a choice; each tells what is wrong with it. */
import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useContext, useState } from "react";
import type { Texts } from "../../core/schema/fields";
import type { Language } from "../../i18n";
import { decimalSign, numberText, parseNumber } from "./numbers";
import { DeskContext, fieldId, useDeskWords, useFault } from "./words";

interface OneTextProps extends Omit<TextsFieldProps, "onChange"> {
  readonly language: Language;
  readonly isAlone: boolean;
  readonly onText: (text: string) => void;
}

function OneText({ label, path, value, language, isAlone, isLong, hint, onText }: OneTextProps) {
  const { desk } = useDeskWords();
  const other = language === "en" ? "zh-CN" : "en";
  const { languages } = useContext(DeskContext);
  const own = `${path}.${language}`;
  // What is said in no language is told at the first field.
  const fault = useFault(own, ...(languages[0] === language ? [path, ...(isAlone ? [`${path}.${other}`] : [])] : []));
  const props = {
    id: fieldId(languages[0] === language ? path : own),
    value: value?.[language] ?? "",
    placeholder: value?.[other] ?? "",
    lang: language,
  };
  const said = isAlone ? label : desk(language === "en" ? "inEnglish" : "inChinese", { field: label });
  return (
    <Field
      label={said}
      {...(hint === undefined ? {} : { hint })}
      {...(fault === null ? {} : { validationMessage: fault })}
    >
      {isLong === true ? (
        <Textarea {...props} resize="vertical" onChange={(_, data) => onText(data.value)} />
      ) : (
        <Input {...props} onChange={(_, data) => onText(data.value)} />
      )}
    </Field>
  );
}

interface TextsFieldProps {
  readonly label: string;
  /** Place in the template: "lines[3].name". */
  readonly path: string;
  readonly value: Texts | undefined;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly onChange: (texts: Texts) => void;
}

/** A text in one or both languages. */
export function TextsField({ onChange, ...props }: TextsFieldProps) {
  const { languages } = useContext(DeskContext);
  return (
    <>
      {languages.map((language) => (
        <OneText
          key={language}
          {...props}
          language={language}
          isAlone={languages.length === 1}
          onText={(text) => onChange({ ...props.value, [language]: text })}
        />
      ))}
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly path: string;
  readonly value: number | undefined;
  /** The label is there for screen readers only. */
  readonly isBare?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** A number as the person's culture writes it. What is no number stays in the field and counts as none. */
export function NumberField({ label, path, value, isBare, onChange }: NumberFieldProps) {
  const { desk } = useDeskWords();
  const [sign] = useState(() => decimalSign(navigator.language));
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | undefined } | null>(null);
  const fault = useFault(path);
  // Changed from elsewhere, the field shows the number and not what was typed before.
  const text = typed !== null && Object.is(typed.value, value) ? typed.text : numberText(value, sign);
  const bad = text.trim() !== "" && parseNumber(text, sign) === null ? desk("number.bad") : null;
  const problem = bad ?? fault;
  return (
    <Field {...(isBare === true ? {} : { label })} {...(problem === null ? {} : { validationMessage: problem })}>
      <Input
        id={fieldId(path)}
        className="number-field"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        {...(isBare === true ? { "aria-label": label } : {})}
        onChange={(_, data) => {
          const next = parseNumber(data.value, sign) ?? undefined;
          setTyped({ text: data.value, value: next });
          onChange(next);
        }}
      />
    </Field>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly path: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

export function ChoiceField<T extends string>({ label, path, value, options, onChange }: ChoiceFieldProps<T>) {
  const fault = useFault(path);
  return (
    <Field label={label} {...(fault === null ? {} : { validationMessage: fault })}>
      <Select
        id={fieldId(path)}
        value={value}
        onChange={(_, data) => {
          const chosen = options.find(([option]) => option === data.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
