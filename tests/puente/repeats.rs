//! Requests that say the same: suggested for merging on the card, made one by a tap, and nothing said about either is lost.

use puente::{
    domain::{Lang, LeadId, LeadState, Reason, RequestId, RequestState},
    i18n::I18n,
    store::Lead,
    talk::{Action, Text},
    text,
};

use crate::{
    house::{ANNA, BORIS, House, Person, STAFF_CHAT},
    pairs::{sends_request, university},
};

const ANA: i64 = 1 << 41;
const WEI: i64 = ANA + 1;
const ASKED: &str = "¿Pueden revisar un contrato de licencia con una empresa de Shenzhen?";
const AGAIN: &str = "hola, pueden revisar un contrato de licencia con una empresa de shenzhen??";
const ONE: LeadId = LeadId(1);
const TWO: LeadId = LeadId(2);

fn plain(text: &Text) -> String {
    I18n::new().plain(Lang::En, text)
}

async fn lead(house: &House, id: LeadId) -> Lead {
    house.store.begin().await.unwrap().lead(id).await.unwrap().unwrap().lead
}

/// Anna in the topic of a lead.
async fn anna(house: &House, id: LeadId) -> Person<'_> {
    house.staff(ANNA, lead(house, id).await.topic)
}

/// What stands on the newest buttons of the group that mean this.
fn buttons(house: &House, action: &Action) -> usize {
    let shown = house.shown(STAFF_CHAT);
    shown.iter().flat_map(|shown| shown.keys.iter().flatten()).filter(|key| key.payload == action.encode()).count()
}

async fn asked_twice() -> House {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says(&format!("/human {ASKED}")).await;
    ana.says(&format!("/human {AGAIN}")).await;
    house
}

#[tokio::test]
async fn a_question_asked_twice_becomes_one_lead_by_a_tap() {
    let house = asked_twice().await;
    let (one, two) = (anna(&house, ONE).await, anna(&house, TWO).await);
    one.says("/reply Sí, envíelo por aquí.").await;
    two.says("/reply ¿Qué contrato?").await;
    assert!(two.heard().contains("Seems to repeat lead #1"), "{}", two.heard());
    two.presses_action(&Action::Merge { lead: TWO, into: ONE }).await;

    let ana = house.person(ANA);
    let told = ana.heard().matches("<b>#2</b> trata de lo mismo que <b>#1</b>").count();
    assert_eq!(told, 1, "{}", ana.heard());
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Closed);
    assert!(one.heard().contains("pueden revisar un contrato") && one.heard().contains("¿Qué contrato?"), "{}", one.heard());
    assert!(two.heard().contains("Merged into lead #1"), "{}", two.heard());
    assert!(one.heard().contains("Together with #2"), "{}", one.heard());

    // Whatever the partner says of the second from now on is heard in the first.
    ana.says_in_answer("El de la patente", Some(ana.message_with("¿Qué contrato?"))).await;
    assert!(one.heard().contains("El de la patente"), "{}", one.heard());
    ana.says("y otra cosa más sobre eso").await;
    assert!(one.heard().contains("y otra cosa más sobre eso"), "{}", one.heard());
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Closed);

    one.says("/history").await;
    let history = one.hears().html;
    assert!(
        history.contains("merged another lead into it #2") && history.contains("merged it into another lead"),
        "{history}"
    );
    assert_eq!(history.matches("lead opened").count(), 2, "{history}");
}

#[tokio::test]
async fn what_was_said_at_length_is_told_in_one_message_that_telegram_takes() {
    let house = asked_twice().await;
    let two = anna(&house, TWO).await;
    for n in 0..25 {
        two.says(&format!("/note {n} {}", "palabra ".repeat(60))).await;
    }
    two.presses_payload_of(&Action::Merge { lead: TWO, into: ONE }).await;
    let told = anna(&house, ONE).await.message_with("merged lead #2 into this one");
    let told = house.shown(STAFF_CHAT).into_iter().find(|shown| shown.id == told).unwrap();
    assert!(told.html.contains("24 palabra") && told.html.chars().count() <= 4096, "{}", told.html.chars().count());
}

#[tokio::test]
async fn who_waited_in_a_merged_lead_waits_on_in_the_other_and_no_longer_than_was_promised() {
    let house = asked_twice().await;
    anna(&house, ONE).await.says("/reply Sí.").await;
    let (answered, waits) = (lead(&house, ONE).await, lead(&house, TWO).await);
    assert!(!answered.partner_waits() && waits.partner_waits() && answered.clock.due().is_none());
    anna(&house, ONE).await.presses_payload_of(&Action::Merge { lead: TWO, into: ONE }).await;
    let now = lead(&house, ONE).await;
    assert!(now.partner_waits());
    assert_eq!(now.clock.due(), waits.clock.due());
}

#[tokio::test]
async fn a_merged_lead_that_is_reopened_stands_by_itself_again() {
    let house = asked_twice().await;
    let two = anna(&house, TWO).await;
    two.says("/reply ¿Qué contrato?").await;
    two.says("/merge 1").await;
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Closed);
    two.says("/reopen").await;
    let ana = house.person(ANA);
    ana.says_in_answer("El de la patente", Some(ana.message_with("¿Qué contrato?"))).await;
    assert!(two.heard().contains("El de la patente"), "{}", two.heard());
    assert!(!anna(&house, ONE).await.heard().contains("El de la patente"));
}

#[tokio::test]
async fn the_same_words_of_two_partners_are_told_but_never_merged() {
    let house = House::open().await;
    for who in [ANA, WEI] {
        house.person(who).says("/start").await;
        house.person(who).says(&format!("/human {ASKED}")).await;
    }
    let two = anna(&house, TWO).await;
    assert!(two.heard().contains("Reads like lead #1 of another partner"), "{}", two.heard());
    let merge = Action::Merge { lead: TWO, into: ONE };
    assert_eq!(buttons(&house, &merge), 0);
    two.presses_payload_of(&merge).await;
    two.says("/merge 1").await;
    assert!(two.heard().contains(&plain(&text!("merge-other-partner", one = 2, other = 1))), "{}", two.heard());
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Waiting);
    assert!(!house.person(WEI).heard().contains("<b>#1</b>"));
}

#[tokio::test]
async fn another_question_of_the_same_partner_is_no_repeat() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says(&format!("/human {ASKED}")).await;
    ana.says("/human ¿Cómo registro una marca en China desde Temuco?").await;
    assert!(!house.transcript().contains('🔁'), "{}", house.transcript());
}

#[tokio::test]
async fn a_colleagues_lead_is_not_merged_over_their_head() {
    let house = asked_twice().await;
    anna(&house, TWO).await.says("/claim").await;
    let boris = house.staff(BORIS, lead(&house, TWO).await.topic);
    boris.presses_payload_of(&Action::Merge { lead: TWO, into: ONE }).await;
    assert!(house.transcript().contains(&plain(&text!("staff-taken-by", number = 2, who = "Anna"))));
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Taken);
    let ana = house.person(ANA);
    ana.presses_payload_of(&Action::Merge { lead: TWO, into: ONE }).await;
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Taken, "a partner merges nothing");
}

#[tokio::test]
async fn a_request_sent_twice_is_withdrawn_as_a_duplicate_and_the_other_goes_on() {
    let house = House::open().await;
    let ana = house.person(ANA);
    for _ in 0..2 {
        sends_request(&house, &ana, &university()).await;
    }
    let two = anna(&house, TWO).await;
    two.presses_action(&Action::Merge { lead: TWO, into: ONE }).await;
    let mut tx = house.store.begin().await.unwrap();
    let (first, second) =
        (tx.request(RequestId(1)).await.unwrap().unwrap(), tx.request(RequestId(2)).await.unwrap().unwrap());
    drop(tx);
    assert!(first.state.is_live());
    assert_eq!((second.state, second.standing.reason), (RequestState::Withdrawn, Some(Reason::Duplicate)));
    assert!(ana.heard().contains(&format!("<b>{}</b> trata de lo mismo", second.reference)), "{}", ana.heard());
}

#[tokio::test]
async fn a_request_takes_in_the_question_that_went_before_it_and_not_the_other_way_round() {
    let house = House::open().await;
    let ana = house.person(ANA);
    let request = university();
    ana.says("/start").await;
    ana.says(&format!("/human {} {}", request.word("title"), request.word("desc"))).await;
    sends_request(&house, &ana, &request).await;
    let two = anna(&house, TWO).await;
    two.says("/merge 1").await;
    assert!(two.heard().contains("/merge 2"), "{}", two.heard());
    assert_eq!(lead(&house, TWO).await.held.state, LeadState::Waiting);
    two.presses_action(&Action::Merge { lead: ONE, into: TWO }).await;
    assert_eq!(lead(&house, ONE).await.held.state, LeadState::Closed);
}
