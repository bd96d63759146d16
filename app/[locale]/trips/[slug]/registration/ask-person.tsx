import { getTranslations } from "next-intl/server";
import { PersonForm } from "#components/person-form.tsx";
import { personTexts } from "#components/person-texts.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { Call } from "#domain/call/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { myProfile } from "#domain/profile/queries.ts";
import { formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { beginWith } from "../../../begin-with.ts";
import { SignOut, SignOutButton } from "../../../sign-out.tsx";
import { checkAnswers } from "./actions.ts";
import { readDraft } from "./draft.ts";
import { SeatsAhead } from "./seats-ahead.tsx";

type AskPersonProps = {
  call: Call;
  actor: Actor;
  locale: Locale;
  now: Date;
  storageKey: string;
};

/** The form, begun with what this browser answered before, else with the profile. */
export async function AskPerson({ call, actor, locale, now, storageKey }: AskPersonProps) {
  const t = await getTranslations("registration");
  const person = await getTranslations("person");
  const [municipalities, draft, profile] = await Promise.all([
    municipalitiesForSelect(actor, locale),
    readDraft(),
    myProfile(actor),
  ]);
  const begun = beginWith(draft ?? profile, municipalities);
  if (draft?.noPhotos) begun.values.noPhotos = ["yes"];
  return (
    <>
      <SeatsAhead call={call} locale={locale} />
      <p className="mt-s2">
        {t("until", { deadline: formatDeadline(call.registrationDeadline, locale, now) })}
      </p>
      <PersonForm
        action={checkAnswers.bind(null, locale, call.slug)}
        initial={begun}
        municipalities={municipalities}
        texts={await personTexts(locale)}
        account={
          isPerson(actor)
            ? {
                email: actor.email,
                hint: person("email.account"),
                deed: <SignOutButton>{person("email.change")}</SignOutButton>,
              }
            : null
        }
        storageKey={storageKey}
        photoWish={{ label: t("photographs.label"), hint: t("photographs.hint") }}
        submit={t("continue")}
      >
        <p className="small mt-s5">
          {t("privacy")} <a href={localePath(locale, "/privacy")}>{t("privacyLink")}</a>
        </p>
      </PersonForm>
      {isPerson(actor) ? <SignOut locale={locale} returnTo={storageKey} /> : null}
    </>
  );
}
