import { getTranslations } from "next-intl/server";
import { PersonPapers } from "#components/person-papers.tsx";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { openQuestions } from "#domain/answer/queries.ts";
import type { Call } from "#domain/call/queries.ts";
import { ownRoom } from "#domain/lodging/queries.ts";
import type { OwnRegistration } from "#domain/registration/queries.ts";
import { pickupChoices } from "#domain/travel/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { RegistrationState } from "../../../registration-state.tsx";
import { Progress } from "./progress.tsx";

type AnswerProps = {
  call: Call;
  own: OwnRegistration;
  actor: Actor;
  locale: Locale;
  now: Date;
};

/** What came of one's registration, and what happens next and when. */
export async function Answer({ call, own, actor, locale, now }: AnswerProps) {
  const t = await getTranslations("registration.answer");
  const inCalendar = await getTranslations("calendar");
  const trip = `/trips/${call.slug}`;
  const [pickup, room, questions] = await Promise.all([
    pickupChoices(actor, call.slug, now),
    ownRoom(actor, call.slug),
    openQuestions(actor, own.registrationId),
  ]);
  return (
    <>
      <p className="answer">
        <RegistrationState own={own} />
      </p>
      {isPerson(actor) && !own.tripCancelledAt && !own.tripCompletedAt ? (
        <p className="mt-s3">{t("sent", { email: actor.email })}</p>
      ) : null}
      {own.isHead ? <p className="mt-s3">{t("head")}</p> : null}
      <Progress call={call} own={own} locale={locale} now={now} />
      <p className="deeds">
        <a href={localePath(locale, `${trip}/itinerary`)}>{t("itinerary")}</a>
        <PersonPapers one={own} locale={locale} now={now} own />
        <a href={localePath(locale, `${trip}/calendar.ics`)}>{inCalendar("ofTrip")}</a>
        {pickup ? (
          <a href={localePath(locale, `${trip}/registration/pickup`)}>
            {t(pickup.chosen ? "pickup" : "choosePickup")}
          </a>
        ) : null}
        {own.tripCancelledAt ? null : (
          <a href={localePath(locale, `${trip}/registration/needs`)}>{t("needs")}</a>
        )}
        {questions === null ? null : (
          <a href={localePath(locale, `${trip}/registration/questions`)}>
            {t("questions", { open: questions })}
          </a>
        )}
        {own.tripCancelledAt ? null : (
          <a href={localePath(locale, `${trip}/registration/photographs`)}>
            {t("photographs", { noPhotos: String(own.noPhotos) })}
          </a>
        )}
        {room ? <a href={localePath(locale, `${trip}/registration/room`)}>{t("room")}</a> : null}
        <a href={localePath(locale, "/me")}>{t("me")}</a>
        {own.tripCompletedAt || own.tripCancelledAt || now >= own.namesFrozenAt ? null : (
          <a href={localePath(locale, `${trip}/registration/replacement`)}>{t("replacement")}</a>
        )}
        {own.tripCompletedAt ? null : (
          <a href={localePath(locale, `${trip}/registration/withdrawal`)}>{t("withdraw")}</a>
        )}
      </p>
    </>
  );
}
