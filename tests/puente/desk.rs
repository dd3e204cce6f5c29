//! The desk by the clock: deadlines, reminders, snoozes, leads passed on.

use jiff::{SignedDuration, Timestamp};
use puente::{
    domain::{Lang, LeadId, LeadMove},
    i18n::I18n,
    talk::{Action, Said, SnoozeFor, Text},
    text,
};

use crate::house::{ANNA, BORIS, House, STAFF_CHAT};

const ANA: i64 = 1 << 41;

fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

fn spoken(text: &Text) -> String {
    I18n::new().html(Lang::En, text)
}

/// A house at this moment with one consultation in its queue.
async fn with_a_lead(now: &str) -> House {
    let mut house = House::open().await;
    house.now = at(now);
    house.person(ANA).says("/start").await;
    house.person(ANA).says("/human ¿Pueden ayudarme con un contrato de licencia?").await;
    house
}

async fn due(house: &House) -> Option<Timestamp> {
    let mut tx = house.store.begin().await.unwrap();
    tx.lead(LeadId(1)).await.unwrap().unwrap().lead.clock.due()
}

/// Everything said in the staff chat from here on, each with the tick at which it came.
async fn said_by_ticks(house: &House, from: Timestamp, to: Timestamp, step: SignedDuration) -> Vec<(Timestamp, String)> {
    let mut said = Vec::new();
    let mut now = from;
    while now <= to {
        let before = house.shown(STAFF_CHAT).len();
        house.tick(now).await;
        let new = house.shown(STAFF_CHAT).into_iter().skip(before).map(|shown| (now, shown.html));
        // The week's figures come on Mondays, whatever else there is.
        said.extend(new.filter(|(_, words)| !words.contains("The desk in figures")));
        now += step;
    }
    said
}

#[tokio::test]
async fn a_lead_is_due_a_working_day_later_and_its_card_says_when() {
    let house = with_a_lead("2026-09-17T12:00:00-03:00").await;
    assert_eq!(due(&house).await, Some(at("2026-09-21T12:00:00-03:00")), "over Fiestas Patrias");
    let card = house.staff(ANNA, house.newest_topic()).heard();
    assert!(card.contains("12:00 on 21 September 2026"), "{card}");
}

#[tokio::test]
async fn the_clock_stands_while_the_partner_is_waited_for_and_goes_on_at_their_word() {
    let mut house = with_a_lead("2026-11-02T10:00:00-03:00").await;
    assert_eq!(due(&house).await, Some(at("2026-11-03T10:00:00-03:00")));
    house.now = at("2026-11-02T13:00:00-03:00");
    let topic = house.newest_topic();
    house.staff(ANNA, topic).says("/reply ¿En qué país?").await;
    assert_eq!(due(&house).await, None);
    assert!(house.staff(ANNA, topic).heard().contains(&spoken(&text!("desk-stands"))));
    // Six hours of work were left, and a week of silence takes none of them.
    house.now = at("2026-11-09T10:00:00-03:00");
    house.person(ANA).says("En Chile").await;
    assert_eq!(due(&house).await, Some(at("2026-11-09T16:00:00-03:00")));
    // Whoever answers in the last minute is not late in the next: half a day is left at least.
    house.now = at("2026-11-09T15:59:00-03:00");
    house.staff(ANNA, topic).says("/reply Gracias").await;
    house.now = at("2026-11-10T09:00:00-03:00");
    house.person(ANA).says("¿Y cuánto demora?").await;
    assert_eq!(due(&house).await, Some(at("2026-11-10T13:00:00-03:00")));
}

#[tokio::test]
async fn next_and_queue_go_by_what_is_due_first() {
    let mut house = with_a_lead("2026-11-02T10:00:00-03:00").await;
    let topic = house.newest_topic();
    // The first lead is answered, released, and the partner writes again later than the second one came.
    house.staff(ANNA, topic).says("/reply ¿En qué país?").await;
    house.staff(ANNA, topic).says("/claim").await;
    house.staff(ANNA, None).presses_payload_of(&Action::Release(LeadId(1))).await;
    house.now = at("2026-11-03T09:00:00-03:00");
    house.person(ANA + 1).says("/human second question for you").await;
    house.staff(ANNA, None).says("/queue").await;
    let queue = house.staff(ANNA, None).hears().html;
    assert!(queue.find("#2").unwrap() < queue.find("#1").unwrap(), "{queue}");
    assert!(queue.contains("due in 24 h"), "{queue}");
    house.now = at("2026-11-05T09:00:00-03:00");
    house.staff(ANNA, None).says("/queue").await;
    assert!(house.staff(ANNA, None).hears().html.contains("24 h late"), "{}", house.staff(ANNA, None).hears().html);
    house.staff(ANNA, None).says("/next").await;
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead(LeadId(2)).await.unwrap().unwrap().lead.held.state.code(), "taken");
}

#[tokio::test]
async fn reminders_come_in_the_owners_hours_each_once_across_restarts() {
    let house = with_a_lead("2026-09-17T12:00:00-03:00").await;
    house.staff(ANNA, house.newest_topic()).says("/claim").await;
    let quiet = said_by_ticks(&house, house.now, at("2026-09-21T11:00:00-03:00"), hours(1)).await;
    assert_eq!(quiet, [], "nothing is due over Fiestas Patrias");
    let mut said = said_by_ticks(&house, at("2026-09-21T12:00:00-03:00"), at("2026-09-21T15:00:00-03:00"), hours(1)).await;
    let house = house.restart().await;
    said.extend(said_by_ticks(&house, at("2026-09-21T15:00:01-03:00"), at("2026-09-21T23:00:01-03:00"), hours(1)).await);
    let house = house.restart().await;
    said.extend(said_by_ticks(&house, at("2026-09-22T00:00:02-03:00"), at("2026-09-30T00:00:02-03:00"), hours(1)).await);
    let anna = spoken(&text!("staff-mention", who = "Anna", user = ANNA));
    let told: Vec<_> = said.iter().map(|(when, words)| (*when, words.contains(&anna), words.contains("🔴"))).collect();
    assert_eq!(
        told,
        [
            (at("2026-09-21T12:00:00-03:00"), true, false),
            (at("2026-09-21T16:00:01-03:00"), true, false),
            (at("2026-09-22T11:00:02-03:00"), true, true),
        ],
        "{said:?}"
    );
}

#[tokio::test]
async fn an_owner_in_china_is_reminded_in_their_own_hours_around_the_new_year() {
    for (opened, first) in [
        // Due at 23:00 in Beijing on Friday 13: Saturday 14 is worked.
        ("2026-02-12T12:00:00-03:00", "2026-02-14T09:00:00+08:00"),
        // Due on Monday 16, in the holiday, which ends on Tuesday 24.
        ("2026-02-13T12:00:00-03:00", "2026-02-24T09:00:00+08:00"),
    ] {
        let house = with_a_lead(opened).await;
        house.staff(BORIS, house.newest_topic()).says("/claim").await;
        let mut tx = house.store.begin().await.unwrap();
        let owner = tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.owner.unwrap();
        let mut desk = tx.desk_of(owner, "cl").await.unwrap().unwrap();
        desk.calendar = "cn".into();
        tx.keep_desk(&desk).await.unwrap();
        tx.commit().await.unwrap();
        let said = said_by_ticks(&house, at(opened), at("2026-02-25T00:00:00+08:00"), hours(1)).await;
        assert_eq!(said.first().map(|(when, _)| *when), Some(at(first)), "opened {opened}: {said:?}");
        assert!(said.len() <= 3, "{said:?}");
    }
}

#[tokio::test]
async fn what_nobody_took_is_told_to_all_in_one_message() {
    let mut house = with_a_lead("2026-09-04T17:00:00-04:00").await;
    for other in 1..=11 {
        house.person(ANA + other).says("/human another question for you").await;
    }
    house.now = at("2026-09-05T10:00:00-04:00");
    // The clocks go forward in the night to Sunday; due on Monday at 17:00.
    let said = said_by_ticks(&house, house.now, at("2026-09-10T00:00:00-03:00"), hours(1)).await;
    let when: Vec<_> = said.iter().map(|(when, _)| *when).collect();
    assert_eq!(
        when,
        [at("2026-09-07T17:00:00-03:00"), at("2026-09-08T12:00:00-03:00"), at("2026-09-08T16:00:00-03:00")],
        "{said:?}"
    );
    assert!(said[0].1.contains("12 leads that nobody has") && said[0].1.contains("#8"), "{}", said[0].1);
    assert!(said[0].1.contains("and 4 more"), "{}", said[0].1);
    assert!(said[2].1.contains("🔴"), "{}", said[2].1);
    house.staff(ANNA, None).presses_payload_of(&Action::Take(LeadId(3))).await;
}

#[tokio::test]
async fn a_snoozed_lead_is_quiet_until_its_day_or_the_partners_word() {
    let mut house = with_a_lead("2026-11-02T10:00:00-03:00").await;
    let topic = house.newest_topic();
    let anna = house.staff(ANNA, topic);
    anna.says("/snooze 3d").await;
    assert!(anna.hears().html.contains(&spoken(&text!("snooze-take-first", number = 1))), "{}", anna.hears().html);
    anna.says("/claim").await;
    house.staff(BORIS, topic).says("/snooze 3d").await;
    assert!(anna.hears().html.contains("Anna"), "only the owner: {}", anna.hears().html);
    anna.says("/snooze someday").await;
    assert!(anna.hears().keys.iter().flatten().count() == 5, "what is not understood offers buttons");
    anna.says("/snooze 05-11-2026").await;
    assert!(anna.hears().html.contains("09:00 on 5 November 2026"), "{}", anna.hears().html);
    let said = said_by_ticks(&house, house.now, at("2026-11-05T10:00:00-03:00"), hours(1)).await;
    assert_eq!(
        said.iter().map(|(when, _)| *when).collect::<Vec<_>>(),
        [at("2026-11-05T09:00:00-03:00"); 2],
        "the end of the snooze, and what became late in it: {said:?}"
    );
    house.now = at("2026-11-05T11:00:00-03:00");
    let anna = house.staff(ANNA, topic);
    anna.presses_payload_of(&Action::Snooze { lead: LeadId(1), long: SnoozeFor::Reply }).await;
    assert!(anna.hears().html.contains(&spoken(&text!("snooze-until-reply", number = 1))));
    anna.says("/reply ¿Sigue ahí?").await;
    assert_eq!(said_by_ticks(&house, house.now, at("2026-11-10T10:00:00-03:00"), hours(3)).await, []);
    house.now = at("2026-11-10T10:00:00-03:00");
    house.person(ANA).says("Sí, aquí estoy").await;
    let said = said_by_ticks(&house, house.now, at("2026-11-11T18:00:00-03:00"), hours(1)).await;
    assert!(!said.is_empty(), "the partner's word ended it");
}

#[tokio::test]
async fn a_lead_is_passed_on_by_its_owner_and_by_anybody_when_it_is_late() {
    let mut house = with_a_lead("2026-11-02T10:00:00-03:00").await;
    let topic = house.newest_topic();
    house.staff(BORIS, None).says("/queue").await;
    house.staff(ANNA, topic).says("/claim").await;
    house.staff(BORIS, topic).says("/assign Boris").await;
    assert!(house.staff(BORIS, topic).hears().html.contains("Anna"), "not from under her hands");
    house.staff(ANNA, topic).says("/assign").await;
    house.staff(ANNA, topic).presses("Boris (0)").await;
    let boris = spoken(&text!("staff-mention", who = "Boris", user = BORIS));
    assert!(house.staff(ANNA, topic).hears().html.contains(&boris), "{}", house.staff(ANNA, topic).hears().html);
    house.staff(ANNA, topic).says("/assign Anna").await;
    assert!(house.staff(ANNA, topic).hears().html.contains("Boris"));
    house.now = at("2026-11-04T10:00:00-03:00");
    house.staff(ANNA, topic).says("/assign Anna").await;
    let mut tx = house.store.begin().await.unwrap();
    let owner = tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.owner.unwrap();
    assert_eq!(tx.staff_name(owner).await.unwrap(), "Anna");
}

#[tokio::test]
async fn what_somebody_who_left_had_goes_back_to_the_queue() {
    let house = with_a_lead("2026-11-02T10:00:00-03:00").await;
    let topic = house.newest_topic();
    house.staff(ANNA, topic).says("/claim").await;
    house.staff(ANNA, None).does(Said::Left).await;
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.state.code(), "waiting");
    drop(tx);
    assert!(house.staff(BORIS, topic).heard().contains(&spoken(&text!("assign-left", number = 1, who = "Anna"))));
    // Her open buttons do nothing any more, in the group or in her own chat.
    house.staff(ANNA, topic).presses_payload_of(&Action::Take(LeadId(1))).await;
    house.person(ANNA).presses_payload_of(&Action::Take(LeadId(1))).await;
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.state.code(), "waiting");
    assert!(tx.move_lead(LeadId(1), LeadMove::Take, puente::domain::PersonId(1), house.now).await.unwrap().is_some());
}

#[tokio::test]
async fn after_a_long_absence_the_staff_are_told_once_from_when_to_when() {
    let house = House::open_small().await;
    let at = |hours: i64, minutes: i64| house.now + SignedDuration::from_mins(60 * hours + minutes);
    let told = || house.shown(STAFF_CHAT).iter().filter(|shown| shown.html.contains("I was offline")).count();
    // The first start, a restart after twenty minutes, and the minutes after both.
    for (said, moment) in
        [(Said::Started, at(0, 0)), (Said::Tick, at(0, 1)), (Said::Started, at(0, 21)), (Said::Tick, at(0, 22))]
    {
        house.says_itself(said, moment).await;
    }
    assert_eq!(told(), 0, "{}", house.transcript());
    house.says_itself(Said::Started, at(6, 22)).await;
    house.says_itself(Said::Tick, at(6, 23)).await;
    house.says_itself(Said::Started, at(6, 24)).await;
    assert_eq!(told(), 1, "{}", house.transcript());
    assert!(house.transcript().contains("is being answered now"));
    house.says_itself(Said::Started, at(60, 0)).await;
    assert_eq!(told(), 2);
    assert!(house.transcript().contains("keeps messages for 24 hours only"), "{}", house.transcript());
}
