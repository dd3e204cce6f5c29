//! The desk at work: corrections, canned replies, finding, who takes what.

use jiff::SignedDuration;
use puente::{
    domain::{Lang, LeadId},
    i18n::I18n,
    talk::{Action, DeskPress, Said, SendError, Text},
    text,
};

use crate::house::{ANNA, BORIS, House, STAFF_CHAT};

const ANA: i64 = 1 << 41;

fn spoken(text: &Text) -> String {
    I18n::new().html(Lang::En, text)
}

/// A house in which Anna has answered a consultation; the number of her message.
async fn with_an_answer() -> (House, i64) {
    let house = House::open().await;
    house.person(ANA).says("/start").await;
    house.person(ANA).says("/human ¿Pueden ayudarme con un contrato?").await;
    let topic = house.newest_topic();
    let said = Said::Command {
        command: puente::talk::Command::Reply,
        rest: "Sí, mañana a las diez".into(),
        message: 7001,
        reply_to: None,
    };
    house.staff(ANNA, topic).does(said).await;
    (house, 7001)
}

async fn edits(house: &House, who: i64, message: i64, text: &str) {
    house.staff(who, house.newest_topic()).does(Said::Edited { text: text.into(), message }).await;
}

#[tokio::test]
async fn an_edit_of_a_sent_reply_reaches_the_partner() {
    let (house, message) = with_an_answer().await;
    edits(&house, ANNA, message, "/reply Sí, mañana a las once").await;
    let heard = house.person(ANA).heard();
    assert!(heard.contains("a las once") && !heard.contains("a las diez"), "{heard}");
    assert!(house.staff(ANNA, house.newest_topic()).heard().contains(&spoken(&text!("receipt-corrected"))));
    edits(&house, BORIS, message, "/reply no").await;
    assert!(house.person(ANA).heard().contains("a las once"), "another's message is nobody else's to change");
}

#[tokio::test]
async fn undo_takes_a_reply_back_and_the_partner_waits_again() {
    let (house, _) = with_an_answer().await;
    let anna = house.staff(ANNA, house.newest_topic());
    house.staff(BORIS, house.newest_topic()).says("/undo").await;
    assert!(anna.hears().html.contains(&spoken(&text!("undo-nothing", number = 1))), "Boris said nothing");
    anna.says("/undo").await;
    assert!(!house.person(ANA).heard().contains("a las diez"), "{}", house.person(ANA).heard());
    assert!(anna.heard().contains(&spoken(&text!("receipt-taken-back"))), "{}", anna.heard());
    let mut tx = house.store.begin().await.unwrap();
    let lead = tx.lead(LeadId(1)).await.unwrap().unwrap().lead;
    assert!(lead.partner_waits() && lead.clock.due().is_some());
    drop(tx);
    anna.says("/undo").await;
    assert!(anna.hears().html.contains(&spoken(&text!("undo-nothing", number = 1))));
}

#[tokio::test]
async fn after_two_days_nothing_is_changed_and_it_is_said_why() {
    let (mut house, message) = with_an_answer().await;
    house.now = jiff::Timestamp::now() + SignedDuration::from_hours(49);
    let too_late = spoken(&text!("correct-too-late"));
    // What is said this late waits for its time in the outbox: the rows themselves are looked at.
    edits_later(&house, message).await;
    let mut tx = house.store.begin().await.unwrap();
    let waiting = tx.word_in(STAFF_CHAT, message).await.unwrap().unwrap();
    assert_eq!(waiting.text, "Sí, mañana a las diez", "{too_late}");
    drop(tx);
    assert!(house.person(ANA).heard().contains("a las diez"));
}

async fn edits_later(house: &House, message: i64) {
    use puente::talk::Intake;
    let said = Said::Edited { text: "/reply otra cosa".into(), message };
    let incoming = house.incoming(house.staff(ANNA, house.newest_topic()).chat, ANNA, said);
    house.engine().hand(incoming).await.unwrap();
}

#[tokio::test]
async fn what_could_not_be_delivered_is_told_with_what_to_do() {
    for (refusal, words) in [
        (SendError::Unreachable("Forbidden: bot was blocked by the user".into()), "receipt-blocked"),
        (SendError::Unreachable("Forbidden: user is deactivated".into()), "receipt-account-gone"),
        (SendError::Unreachable("Bad Request: chat not found".into()), "receipt-failed"),
    ] {
        let house = House::open().await;
        house.person(ANA).says("/start").await;
        house.person(ANA).says("/human ¿Pueden ayudarme con un contrato?").await;
        house.staff(ANNA, house.newest_topic()).says("/claim").await;
        house.paper.refusals.lock().unwrap().insert(ANA, vec![refusal]);
        let anna = house.staff(ANNA, house.newest_topic());
        anna.says("/reply hola").await;
        let told = spoken(&Text::Say { id: words.into(), args: vec![] });
        assert!(anna.heard().contains(&told), "{words}: {}", anna.heard());
    }
}

#[tokio::test]
async fn the_partners_edit_is_shown_as_a_difference() {
    let (house, _) = with_an_answer().await;
    let ana = house.person(ANA);
    ana.does(Said::Words { text: "Necesitamos dos muestras de litio".into(), message: 8001, reply_to: None }).await;
    ana.does(Said::Edited { text: "Necesitamos diez muestras de litio".into(), message: 8001 }).await;
    let heard = house.staff(ANNA, house.newest_topic()).hears().html;
    assert!(heard.contains("<s>dos </s>") && heard.contains("<b>diez </b>"), "{heard}");
    assert!(heard.contains("muestras de litio"), "{heard}");
}

#[tokio::test]
async fn a_canned_reply_is_shown_first_and_sent_once() {
    let (house, _) = with_an_answer().await;
    let anna = house.staff(ANNA, house.newest_topic());
    anna.says("/canned").await;
    let before = house.shown(ANA).len();
    anna.presses("Legal orientation").await;
    assert!(anna.hears().html.contains("no damos asesoría legal"), "in the partner's language: {}", anna.hears().html);
    assert_eq!(house.shown(ANA).len(), before, "nothing is sent yet");
    let send = spoken(&text!("button-canned-send"));
    anna.presses(&send).await;
    anna.presses(&send).await;
    let sent = house.shown(ANA).iter().filter(|shown| shown.html.contains("no damos asesoría legal")).count();
    assert_eq!(sent, 1, "{}", house.transcript());
    anna.says("/canned").await;
    anna.presses("Received").await;
    let missing = spoken(&Text::of_code("variable", "reference"));
    assert!(anna.hears().html.contains(&missing), "a question has no number: {}", anna.hears().html);
    assert!(anna.hears().keys.is_empty(), "and cannot be sent");
}

#[tokio::test]
async fn find_looks_through_requests_talk_and_organisations_without_accents() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    house.person(ANA + 1).says("/human 我们想了解锂矿盐湖的合作").await;
    let anna = house.staff(ANNA, None);
    let mut tx = house.store.begin().await.unwrap();
    let title = tx.request(puente::domain::RequestId(1)).await.unwrap().unwrap().body.title;
    drop(tx);
    let word = title.split_whitespace().max_by_key(|word| word.len()).unwrap().to_uppercase();
    anna.says(&format!("/find {word}")).await;
    assert!(anna.hears().html.contains("#1"), "{word}: {}", anna.hears().html);
    anna.says("/find 盐湖").await;
    assert!(anna.hears().html.contains("#2"), "{}", anna.hears().html);
    anna.presses("#2").await;
    assert!(anna.hears().html.contains("锂矿盐湖"), "{}", anna.hears().html);
    anna.says("/find muestra").await;
    assert!(anna.hears().html.contains("🏛"), "{}", anna.hears().html);
    anna.says("/find zzzzzz").await;
    assert!(anna.hears().html.contains("zzzzzz") && anna.hears().keys.is_empty());
    house.person(ANA + 1).says("/forget").await;
    house.person(ANA + 1).presses_payload_of(&Action::ReallyForget).await;
    anna.says("/find 盐湖").await;
    assert!(!anna.hears().html.contains("#2"), "what is erased is not found: {}", anna.hears().html);
}

#[tokio::test]
async fn a_lead_tells_its_history() {
    let (house, _) = with_an_answer().await;
    let anna = house.staff(ANNA, house.newest_topic());
    anna.says("/snooze 3d").await;
    anna.says("/undo").await;
    anna.says("/close").await;
    anna.says("/history").await;
    let told = anna.hears().html;
    for happened in ["opened", "take", "snooze", "word-taken-back", "close"] {
        let words = spoken(&Text::of_code("history", happened));
        assert!(told.contains(&words), "{words} in:\n{told}");
    }
}

#[tokio::test]
async fn a_new_lead_is_suggested_to_who_suits_it_and_the_oldest_when_a_place_frees() {
    let house = House::open().await;
    house.staff(BORIS, None).says("/me").await;
    house.staff(BORIS, None).presses_action(&Action::Desk(DeskPress::More)).await;
    house.staff(ANNA, None).says("/me").await;
    for press in [DeskPress::More, DeskPress::Lang(Lang::Es)] {
        house.staff(ANNA, None).presses_action(&Action::Desk(press)).await;
    }
    assert!(house.staff(ANNA, None).hears().html.contains("Anna"), "{}", house.staff(ANNA, None).hears().html);
    for other in 0..3 {
        house.person(ANA + other).says("/start").await;
        house.person(ANA + other).presses_payload_of(&Action::Speak(Lang::Es)).await;
        house.person(ANA + other).says("/human ¿Pueden ayudarme con un contrato?").await;
        if other == 0 {
            let card = house.staff(ANNA, house.newest_topic()).heard();
            let anna = spoken(&text!("staff-mention", who = "Anna", user = ANNA));
            assert!(card.contains(&spoken(&text!("route-suggested", who = Text::Typed(String::new())))), "{card}");
            assert!(card.contains(&anna), "{card}");
            house.staff(ANNA, house.newest_topic()).says("/claim").await;
        }
    }
    // Anna is full, so the others were for Boris; when she is done, the oldest of them is for her.
    house.staff(BORIS, None).says("/claim 3").await;
    let before = house.shown(STAFF_CHAT).len();
    house.staff(ANNA, None).says("/close 1").await;
    let freed: Vec<_> = house.shown(STAFF_CHAT).into_iter().skip(before).filter(|shown| shown.html.contains("💡")).collect();
    assert_eq!(freed.len(), 1, "{freed:?}");
    assert!(freed[0].html.contains("#2") && freed[0].html.contains("Anna"), "{}", freed[0].html);
}

#[tokio::test]
async fn the_contact_is_shown_to_the_owner_alone_and_each_view_is_on_record() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    let mut tx = house.store.begin().await.unwrap();
    let request = tx.request(puente::domain::RequestId(1)).await.unwrap().unwrap();
    let mut body = request.body.clone();
    body.contact = "ana@ejemplo.cl".into();
    tx.amend_request(&request, &body, puente::domain::PersonId(1), house.now).await.unwrap();
    tx.commit().await.unwrap();
    let topic = house.newest_topic();
    let (anna, boris) = (house.staff(ANNA, topic), house.staff(BORIS, topic));
    anna.says("/claim").await;
    boris.presses_payload_of(&Action::Identity(LeadId(1))).await;
    assert!(!house.transcript().contains("ana@ejemplo.cl"), "a colleague sees nothing");
    anna.presses_payload_of(&Action::Identity(LeadId(1))).await;
    assert!(house.transcript().contains("toast: ana@ejemplo.cl"), "{}", house.transcript());
    house.person(ANNA).says("/queue").await;
    anna.presses_payload_of(&Action::Identity(LeadId(1))).await;
    assert!(house.person(ANNA).hears().html.contains("ana@ejemplo.cl"));
    assert!(!anna.heard().contains("ana@ejemplo.cl"), "nothing of it stands in the group");
    anna.says("/history").await;
    let viewed = spoken(&Text::of_code("history", "identity-viewed"));
    assert_eq!(anna.hears().html.matches(&viewed).count(), 2, "{}", anna.hears().html);
}

/// A morning of twenty leads: every tap and every typed line of one person, counted.
#[tokio::test]
async fn a_morning_of_twenty_leads_takes_two_taps_a_lead() {
    let house = House::open().await;
    for other in 0..20 {
        house.person(ANA + other).says("/start").await;
        house.person(ANA + other).says(&format!("/human ¿Pueden ayudarme con el contrato {other}?")).await;
    }
    let (next, close) = (spoken(&text!("button-next")), spoken(&text!("button-close")));
    let (mut taps, mut lines) = (0, 1);
    house.staff(ANNA, None).says("/next").await;
    for other in 0..20_i64 {
        let lead = LeadId(other + 1);
        let mut tx = house.store.begin().await.unwrap();
        let topic = tx.lead(lead).await.unwrap().unwrap().lead.topic;
        drop(tx);
        let anna = house.staff(ANNA, topic);
        let words = house
            .shown(STAFF_CHAT)
            .iter()
            .rev()
            .find(|shown| shown.topic == topic && shown.html.contains(&format!("contrato {other}")) && shown.keys.is_empty())
            .map(|shown| shown.id);
        anna.says_in_answer("Sí, con gusto; le llamamos hoy.", words).await;
        lines += 1;
        anna.presses_action(&Action::Close(lead)).await;
        taps += 1;
        if other < 19 {
            anna.presses(&next).await;
            taps += 1;
        }
    }
    println!("20 leads: {taps} taps, {lines} typed lines ({close}, {next})");
    for other in 0..20 {
        assert!(house.person(ANA + other).heard().contains("le llamamos hoy"), "{other}");
    }
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.waiting_leads().await.unwrap(), 0);
    assert!(taps <= 2 * 20 && lines == 21, "{taps} taps, {lines} lines");
}

#[tokio::test]
async fn tags_stand_on_the_card_and_find_their_leads_however_they_are_typed() {
    let house = House::open_small().await;
    for n in 0..2 {
        house.person(ANA + n).says("/human una pregunta sobre un contrato").await;
    }
    let anna = house.staff(ANNA, None);
    anna.says("/tag 1 #Litio urgente").await;
    anna.says("/tag 2 LÍTIO").await;
    assert!(anna.hears().html.contains("#litio"), "{}", anna.hears().html);
    anna.says("/lead 1").await;
    assert!(anna.hears().html.contains("#litio #urgente"), "{}", anna.hears().html);
    anna.says("/find #Litió").await;
    assert!(anna.hears().html.contains("#1") && anna.hears().html.contains("#2"), "{}", anna.hears().html);
    anna.says("/tag 1 -litio").await;
    anna.says("/find #litio").await;
    assert!(!anna.hears().html.contains("#1 ") && anna.hears().html.contains("#2"), "{}", anna.hears().html);
    for wrong in ["/tag 1 <b>", "/tag 1 12", &format!("/tag 1 {}", "x".repeat(31))] {
        anna.says(wrong).await;
        assert!(anna.hears().html.contains("no tag"), "{wrong}: {}", anna.hears().html);
    }
    for n in 0..20 {
        anna.says(&format!("/tag 1 t-{n}")).await;
    }
    assert!(anna.hears().html.contains("at most 12"), "{}", anna.hears().html);
    let forgotten = house.person(ANA);
    forgotten.says("/forget").await;
    forgotten.presses_payload_of(&Action::ReallyForget).await;
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.leads_tagged("urgente", 9).await.unwrap().is_empty(), "what was said of somebody goes with them");
}
