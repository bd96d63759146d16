import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Locale } from "#lib/locales.ts";
import { closeDay, reopen, type SheetPlace } from "./actions.ts";

type LockSectionProps = { place: SheetPlace; locked: boolean; ready: boolean; locale: Locale };

/** Confirms the day and locks it; a locked one is opened again with a reason. */
export async function LockSection({ place, locked, ready, locale }: LockSectionProps) {
  const t = await getTranslations("signedSheet");
  if (!locked) {
    return (
      <section className="screen">
        <h2>{t("lock")}</h2>
        <p>{t("lockHint")}</p>
        <RecordForm
          action={closeDay.bind(null, locale, place)}
          initial={untouched()}
          fields={[]}
          submit={t("lockDay")}
          quiet={!ready}
          formId="lock"
        />
      </section>
    );
  }
  return (
    <section className="screen">
      <h2>{t("reopen")}</h2>
      <RecordForm
        action={reopen.bind(null, locale, place)}
        initial={untouched()}
        fields={[
          { kind: "text", name: "reason", label: t("reason"), hint: t("reasonHint"), rows: 3 },
        ]}
        submit={t("reopenDay")}
        quiet
        formId="reopening"
      />
    </section>
  );
}
