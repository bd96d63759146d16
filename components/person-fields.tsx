import type { ComponentProps, ReactNode } from "react";
import type { Municipality } from "#domain/organisation/rules.ts";
import { otherOrganisation } from "#domain/registration/schema.ts";
import { Field, fieldControl } from "./ui/field.tsx";
import { Select } from "./ui/select.tsx";

/** Fields that ask who somebody is, in the order in which they stand. */
export const personFields = [
  "givenName",
  "familyName",
  "email",
  "phone",
  "organisation",
  "institution",
  "position",
] as const;

export type PersonField = (typeof personFields)[number];

export type PersonTexts = {
  fields: Record<PersonField, { label: string; hint?: string }>;
  /** Sentences by the message of the schema. */
  problems: Record<string, string>;
  /** Heads of the summary, by how many answers must be mended. */
  mend: string[];
  latvia: string;
  lithuania: string;
  other: string;
  sending: string;
};

type PersonFieldsProps = {
  texts: PersonTexts;
  municipalities: readonly Municipality[];
  /** What a field holds at first. */
  value: (name: PersonField) => string;
  /** What is to be mended in it, as a sentence. */
  error: (name: PersonField) => string | undefined;
  /** What the form attaches to a control: its reference and what listens to it. */
  attach: (name: PersonField) => object;
  /** Whoever is signed in is not asked for the address. */
  account: { email: string; hint: string; deed?: ReactNode } | null;
  /** Grows with every answer of the server, which empties lists to choose from. */
  attempt: number;
};

/** Who somebody is: the fields that the registration and the profile share. */
export function PersonFields(props: PersonFieldsProps) {
  const { texts, municipalities, account, attempt } = props;
  return (
    <>
      <div className="pair">
        <Line {...props} name="givenName" autoComplete="given-name" />
        <Line {...props} name="familyName" autoComplete="family-name" />
      </div>
      {account ? (
        <Field name="email" label={texts.fields.email.label} hint={account.hint}>
          <input
            {...fieldControl("email", { hint: account.hint })}
            type="email"
            value={account.email}
            readOnly
          />
          {account.deed}
        </Field>
      ) : (
        <Line {...props} name="email" autoComplete="email" type="email" inputMode="email" />
      )}
      <Line {...props} name="phone" autoComplete="tel" type="tel" inputMode="tel" />
      <Field name="organisation" {...labelled(props, "organisation")}>
        <Select
          key={attempt}
          {...fieldControl("organisation", labelled(props, "organisation"))}
          {...props.attach("organisation")}
          defaultValue={props.value("organisation")}
          autoComplete="organization"
          empty=""
          options={[
            ...municipalities.map(({ id, name, country }) => ({
              value: id,
              label: name,
              group: country === "LV" ? texts.latvia : texts.lithuania,
            })),
            { value: otherOrganisation, label: texts.other },
          ]}
        />
      </Field>
      <Line {...props} name="institution" />
      <Line {...props} name="position" autoComplete="organization-title" />
    </>
  );
}

type LineProps = PersonFieldsProps &
  Pick<ComponentProps<"input">, "autoComplete" | "type" | "inputMode"> & { name: PersonField };

function Line({ name, autoComplete, type = "text", inputMode, ...form }: LineProps) {
  const labels = labelled(form, name);
  return (
    <Field name={name} {...labels}>
      <input
        {...fieldControl(name, labels)}
        {...form.attach(name)}
        defaultValue={form.value(name)}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        {...(type === "email" ? { autoCapitalize: "none", spellCheck: false } : {})}
      />
    </Field>
  );
}

function labelled({ texts, error }: Pick<PersonFieldsProps, "texts" | "error">, name: PersonField) {
  const { label, hint } = texts.fields[name];
  return { label, hint, error: error(name) };
}
