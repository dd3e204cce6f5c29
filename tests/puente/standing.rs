//! A request's life after it is sent: what staff decide, what its owner does with it, what time brings about; and that its
//! owner hears of each move exactly once.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use puente::{
    domain::{Country, Kind, Lang, Reason, RequestId, RequestState},
    i18n::I18n,
    store::{MIGRATOR, RequestRow},
    talk::{Action, Decision, OwnPress, Text},
    text,
};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    forms::send,
    house::{ANNA, BORIS, House, Person},
};

const ANA: i64 = 1 << 41;
const ID: RequestId = RequestId(1);

fn plain(text: &Text) -> String {
    I18n::new().plain(Lang::Es, text)
}

/// A house with one request that was sent.
async fn with_a_request() -> House {
    with_a_request_sent(60).await
}

/// The same with a request that was sent so many days ago: what is said in the future is delivered in the future.
async fn with_a_request_sent(days_ago: i64) -> House {
    let mut house = House::open().await;
    house.now = Timestamp::now() - SignedDuration::from_hours(24 * days_ago);
    house.person(ANA).says("/start").await;
    send(&house.person(ANA), Lang::Es, Kind::TechnologyRequest).await;
    house
}

async fn request(house: &House) -> RequestRow {
    let mut tx = house.store.begin().await.unwrap();
    tx.request(ID).await.unwrap().unwrap()
}

/// Staff decide; the owner hears of it exactly once.
async fn decide(house: &House, decision: Decision) {
    let before = house.shown(ANA).len();
    house.staff(ANNA, house.newest_topic()).presses_action(&Action::Decide { request: ID, decision }).await;
    assert_eq!(house.shown(ANA).len(), before + 1, "{decision:?}: {}", house.transcript());
    let state = request(house).await.state;
    let told = plain(&Text::of_code(RequestState::LIST, state.code()));
    assert!(house.person(ANA).hears().html.contains(&told), "{}", house.person(ANA).hears().html);
}

/// The owner presses a button that stands under what they were told.
async fn own(ana: &Person<'_>, press: OwnPress) {
    ana.presses_action(&Action::Own { request: ID, press }).await;
}

/// Ticks a day at a time, counted from a moment; the days on which the owner heard something.
async fn days_heard(house: &House, start: Timestamp, days: impl IntoIterator<Item = i64>) -> Vec<i64> {
    let mut heard = Vec::new();
    for day in days {
        let before = house.shown(ANA).len();
        house.tick(start + SignedDuration::from_hours(24 * day)).await;
        let after = house.shown(ANA).len();
        assert!(after <= before + 1, "one notice a day: {}", house.transcript());
        heard.extend((after > before).then_some(day));
    }
    heard
}

#[tokio::test]
async fn staff_ask_for_more_the_owner_amends_and_staff_approve() {
    let house = with_a_request().await;
    let ana = house.person(ANA);
    decide(&house, Decision::AskInfo).await;
    assert_eq!(request(&house).await.state, RequestState::NeedsInfo);
    assert!(ana.hears().html.contains(&plain(&Text::of_code("hint", "no-gist"))[..20]), "{}", ana.hears().html);
    ana.presses_action(&Action::Amend(ID)).await;
    ana.sends_payload("f:gist:edit", 0).await;
    ana.says("Methods to control sea lice on salmon farms").await;
    ana.presses(&plain(&text!("button-send-changes"))).await;
    assert_eq!(request(&house).await.state, RequestState::Submitted);
    let topic = house.staff(ANNA, house.newest_topic()).heard();
    assert!(topic.contains("Methods to control sea lice"), "staff see the difference: {topic}");
    decide(&house, Decision::Approve).await;
    assert_eq!(request(&house).await.state, RequestState::Open);
}

#[tokio::test]
async fn an_answer_in_words_is_an_answer_too() {
    let house = with_a_request().await;
    let ana = house.person(ANA);
    let anna = house.staff(ANNA, house.newest_topic());
    decide(&house, Decision::AskInfo).await;
    anna.says("/reply ¿Cuántos centros tienen?").await;
    ana.says_in_answer("Dos centros", Some(ana.hears().id)).await;
    assert_eq!(request(&house).await.state, RequestState::Submitted);
}

#[tokio::test]
async fn a_refusal_tells_its_cause_and_may_be_appealed() {
    let house = with_a_request().await;
    let ana = house.person(ANA);
    let anna = house.staff(ANNA, house.newest_topic());
    let before = house.shown(ANA).len();
    anna.presses_action(&Action::Decide { request: ID, decision: Decision::Reject }).await;
    assert_eq!(house.shown(ANA).len(), before, "a refusal needs a cause first");
    decide(&house, Decision::Unclear).await;
    let row = request(&house).await;
    assert_eq!((row.state, row.standing.reason), (RequestState::Rejected, Some(Reason::Unclear)));
    assert!(ana.hears().html.contains(&plain(&Text::of_code("reason", "unclear"))), "{}", ana.hears().html);
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead_of_request(ID).await.unwrap().unwrap().lead.held.state.code(), "closed");
    drop(tx);
    own(&ana, OwnPress::Appeal).await;
    assert_eq!(request(&house).await.state, RequestState::Submitted);
    let mut tx = house.store.begin().await.unwrap();
    assert_ne!(tx.lead_of_request(ID).await.unwrap().unwrap().lead.held.state.code(), "closed");
}

#[tokio::test]
async fn only_who_has_the_lead_decides_and_old_buttons_tell_what_is() {
    let house = with_a_request().await;
    let topic = house.newest_topic();
    let (anna, boris) = (house.staff(ANNA, topic), house.staff(BORIS, topic));
    anna.presses("Take").await;
    let approve = Action::Decide { request: ID, decision: Decision::Approve };
    boris.presses_payload_of(&approve).await;
    assert!(boris.hears().html.contains("Anna"), "{}", boris.hears().html);
    house.person(ANA).presses_payload_of(&approve).await;
    assert_eq!(request(&house).await.state, RequestState::Submitted, "a partner approves nothing");
    decide(&house, Decision::Approve).await;
    let before = house.shown(ANA).len();
    anna.presses_payload_of(&approve).await;
    assert_eq!(house.shown(ANA).len(), before, "the same button again moves nothing");
    assert!(
        anna.hears().html.contains(&I18n::new().plain(Lang::En, &Text::of_code("request", "open"))),
        "{}",
        anna.hears().html
    );
    let stranger = house.person(ANA + 1);
    stranger.presses_payload_of(&Action::Own { request: ID, press: OwnPress::Pause }).await;
    assert_eq!(request(&house).await.state, RequestState::Open, "nor does a stranger pause it");
}

#[tokio::test]
async fn its_owner_pauses_resumes_and_settles_it() {
    let house = with_a_request().await;
    let ana = house.person(ANA);
    decide(&house, Decision::Approve).await;
    ana.presses_action(&Action::Request(ID)).await;
    own(&ana, OwnPress::Pause).await;
    assert_eq!(request(&house).await.state, RequestState::Paused);
    assert!(!request(&house).await.proposal().open, "nobody is matched with it");
    own(&ana, OwnPress::Resume).await;
    assert_eq!(request(&house).await.state, RequestState::Open);
    own(&ana, OwnPress::Done).await;
    own(&ana, OwnPress::Elsewhere).await;
    let row = request(&house).await;
    assert_eq!((row.state, row.standing.reason), (RequestState::Fulfilled, Some(Reason::Elsewhere)));
    let before = house.transcript().len();
    ana.presses_payload_of(&Action::Own { request: ID, press: OwnPress::Resume }).await;
    assert!(house.transcript().len() > before, "an old button is answered with what is");
    assert_eq!(request(&house).await.state, RequestState::Fulfilled);
}

#[tokio::test]
async fn who_does_not_answer_staff_is_reminded_twice_and_then_told_that_it_is_withdrawn() {
    let house = with_a_request().await;
    decide(&house, Decision::AskInfo).await;
    assert_eq!(days_heard(&house, house.now, 1..=5).await, [3]);
    let house = house.restart().await;
    assert_eq!(days_heard(&house, house.now, 5..=40).await, [10, 30]);
    let row = request(&house).await;
    assert_eq!((row.state, row.standing.reason), (RequestState::Withdrawn, Some(Reason::NoAnswer)));
}

#[tokio::test]
async fn an_open_request_is_asked_about_told_before_its_end_renewed_once_and_archived() {
    let mut house = with_a_request_sent(700).await;
    let start = house.now;
    decide(&house, Decision::Approve).await;
    assert_eq!(days_heard(&house, start, 88..=92).await, [90]);
    own(&house.person(ANA), OwnPress::Confirm).await;
    let number = request(&house).await.reference.to_string();
    assert!(house.person(ANA).heard().contains(&plain(&text!("request-confirmed", number = number))));
    assert_eq!(days_heard(&house, start, 93..=180).await, [166, 180]);
    assert_eq!(request(&house).await.state, RequestState::Expired);
    house.now = start + SignedDuration::from_hours(24 * 181);
    own(&house.person(ANA), OwnPress::Renew).await;
    let renewed = request(&house).await;
    assert!(renewed.state == RequestState::Open && renewed.standing.renewed);
    let life: Vec<i64> = days_heard(&house, start, (182..=460).step_by(4)).await;
    assert_eq!(life.len(), 4, "still valid, ending, expired, archived: {life:?}");
    let row = request(&house).await;
    assert_eq!((row.state, row.standing.reason), (RequestState::Archived, Some(Reason::Expired)));
}

#[tokio::test]
async fn a_body_of_the_first_version_still_reads() {
    let house = with_a_request().await;
    let mut conn = raw(&house.folder.path().join("puente.db")).await;
    // As it was kept before there were details.
    let old = r#"{"kind":"tech-offer","organisation":"O","org_type":"small","country":"CN","sectors":["salmon-aquaculture"],
        "title":"t","description":"d","stage":"demo","ipr":"granted","partnership":["rd"],"languages":["zh"],"contact":"Telegram",
        "files":[],"lang":"zh","consent":{"version":"2026-11-22","lang":"zh","at":"2026-11-22T00:00:00Z"}}"#;
    sqlx::query("update request set body = $1, due_at = 0").bind(old).execute(&mut conn).await.unwrap();
    drop(conn);
    let row = request(&house).await;
    assert_eq!(row.body.kind, Kind::TechnologyOffer);
    assert!(row.body.flags.is_empty() && row.proposal().targets.admit(Country::Cn, Country::Cl));
    house.tick(house.now).await;
    assert_eq!(house.parked().await, 0);
    house.person(ANA).presses_payload_of(&Action::Request(ID)).await;
    assert_eq!(house.parked().await, 0, "and is shown");
}

async fn raw(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true).foreign_keys(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

#[tokio::test]
async fn each_state_of_the_first_version_has_one_of_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut conn = raw(&folder.path().join("puente.db")).await;
    for version in 1..=3 {
        MIGRATOR.run_to(version, &mut conn).await.unwrap();
        let rows = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/samples/{version:04}.sql"));
        if version < 3 {
            let rows = std::fs::read_to_string(rows).unwrap();
            sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&mut conn).await.unwrap();
        }
    }
    let found: Vec<(i64, String, Option<String>, bool)> =
        sqlx::query_as("select id, state, reason, due_at is not null from request order by id")
            .fetch_all(&mut conn)
            .await
            .unwrap();
    let now: Vec<(i64, &str, Option<&str>, bool)> =
        found.iter().map(|(id, state, reason, due)| (*id, state.as_str(), reason.as_deref(), *due)).collect();
    assert_eq!(
        now,
        [
            (1, "submitted", None, false),
            (2, "open", None, true),
            (3, "fulfilled", Some("closed"), true),
            (4, "withdrawn", Some("owner"), true),
            (5, "erased", Some("owner"), false),
        ]
    );
}
