//! What partners live through, each test one story.

use jiff::SignedDuration;
use puente::{
    domain::{CONSENT_VERSION, Lang, Mode, QuestionId, RequestId},
    i18n::I18n,
    talk::{Action, OtherKind, Said, Text, Vote},
    text,
};

use crate::house::{ADMIN, House, Person, STAFF_CHAT};

const ANA: i64 = 1 << 41;
const LUIS: i64 = (1 << 41) + 1;

fn plain(lang: Lang, text: &Text) -> String {
    I18n::new().plain(lang, text)
}

/// Fills in a technology request as somebody does who taps what there is to tap.
async fn fill_in(ana: &Person<'_>, lang: Lang) {
    let pick = async |list: &str, code: &str| ana.presses(&plain(lang, &Text::of_code(list, code))).await;
    ana.says("/request").await;
    pick("area", "technology").await;
    pick("kind", "tech-request").await;
    ana.says("Extracción directa de litio desde salmuera").await;
    ana.says(
        "Buscamos tecnología de extracción directa de litio desde salmueras de salar con recuperación mayor a 80 % y bajo consumo de agua, para una planta piloto de 10 toneladas al año.",
    )
    .await;
    let proposed = ana.hears().keys[0][0].label.clone();
    ana.presses(&proposed).await;
    ana.presses(&plain(lang, &text!("button-done"))).await;
    pick("stage", "demo").await;
    pick("partnership", "pilot").await;
    pick("partnership", "rd").await;
    ana.presses(&plain(lang, &text!("button-done"))).await;
    ana.says("Universidad de Ejemplo").await;
    pick("orgtype", "university").await;
    pick("country", "CL").await;
    ana.sends_payload("f:langs:=es", 0).await;
    ana.sends_payload("f:langs:=en", 0).await;
    ana.presses(&plain(lang, &text!("button-done"))).await;
    ana.presses(&plain(lang, &text!("button-answer-here"))).await;
    ana.presses(&plain(lang, &text!("button-agree"))).await;
}

async fn send(ana: &Person<'_>, lang: Lang) {
    fill_in(ana, lang).await;
    ana.presses(&plain(lang, &text!("button-send"))).await;
}

/// A sent request, for the tests of what staff see of it.
pub async fn send_for_staff(ana: &Person<'_>) {
    send(ana, Lang::Es).await;
}

#[tokio::test]
async fn in_each_language_a_partner_asks_proposes_and_reads_the_reply() {
    let asked = [
        (Lang::Es, "¿cómo saco RUT para una empresa china?", "cl-rut-start-activities"),
        (Lang::Zh, "中国公司在智利怎么办税号RUT", "cl-rut-start-activities"),
        (Lang::En, "how do I get a Chilean tax number (RUT)", "cl-rut-start-activities"),
        (Lang::Pt, "como tirar o RUT no Chile para empresa estrangeira", "cl-rut-start-activities"),
    ];
    for (lang, question, entry) in asked {
        let house = House::open().await;
        let ana = house.person(ANA);
        ana.says("/start").await;
        ana.presses_action(&Action::Speak(lang)).await;
        ana.says(question).await;
        let title = house.faq.entry(entry).unwrap().words[&lang].question.clone();
        let shown = ana.hears();
        let among = shown.html.contains(&title) || shown.keys.iter().flatten().any(|key| key.label == title);
        assert!(among, "{lang:?}: {}", shown.html);
        send(&ana, lang).await;
        let year = house.now.to_zoned(jiff::tz::TimeZone::UTC).year();
        let number = format!("CL-{year}-00001");
        assert!(ana.hears().html.contains(&number), "{}", ana.hears().html);
        let topic = house.newest_topic();
        let anna = house.staff(crate::house::ANNA, topic);
        assert!(anna.heard().contains(&number));
        anna.presses(&plain(Lang::En, &text!("button-take"))).await;
        anna.says("/reply Hola, gracias 你好").await;
        assert!(ana.hears().html.contains("Hola, gracias 你好"), "{}", ana.hears().html);
        ana.says_in_answer("Muy bien", Some(ana.hears().id)).await;
        assert!(anna.heard().contains("Muy bien"));
    }
}

#[tokio::test]
async fn every_answer_shows_its_source_and_its_date() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    for lang in Lang::ALL {
        ana.says("/language").await;
        ana.presses_action(&Action::Speak(*lang)).await;
        for entry in house.faq.entries().iter().step_by(7) {
            ana.sends_payload(&format!("e::{}", entry.id), 0).await;
            let shown = ana.hears().html;
            let reviewed = plain(*lang, &text!("answer-reviewed", date = entry.reviewed));
            assert!(shown.contains(&reviewed), "{lang:?} {}: {shown}", entry.id);
            assert!(shown.contains("📎"), "{}", entry.id);
            assert!(shown.contains(&plain(*lang, &text!("answer-not-advice"))), "{}", entry.id);
            assert!(shown.encode_utf16().count() <= 4096, "{} is too long for one message", entry.id);
        }
    }
}

#[tokio::test]
async fn what_has_no_answer_goes_to_a_person_and_is_never_said_the_same_way_twice() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("hola").await;
    ana.says("¿quién ganó el partido de fútbol ayer?").await;
    let first = ana.message_with(&plain(Lang::Es, &text!("answer-unknown"))[..40]);
    ana.says("¿cómo hago un pastel de choclo?").await;
    let second = ana.hears();
    assert_ne!(second.html, house.shown(ANA).iter().find(|shown| shown.id == first).unwrap().html);
    ana.presses(&plain(Lang::Es, &text!("button-human"))).await;
    assert!(house.newest_topic().is_some(), "a lead of kind consultation is shown to staff");
    let staff = house.staff(crate::house::ANNA, house.newest_topic());
    assert!(staff.heard().contains("pastel de choclo"), "{}", staff.heard());
}

#[tokio::test]
async fn a_call_for_help_gets_the_help_in_its_language() {
    let house = House::open().await;
    let help = |lang| I18n::new().html(lang, &text!("help"));
    for (n, lang, words) in [
        (1, Lang::Es, "¿Cómo funciona esto?"),
        (2, Lang::Es, "AYUDA!!"),
        (3, Lang::En, "help"),
        (4, Lang::Zh, "這個機器人怎麼用？"),
    ] {
        let person = house.person(ANA + n);
        person.says(words).await;
        let shown = house.shown(ANA + n);
        assert!(person.hears().html.contains(&help(lang)), "{words}: {}", person.hears().html);
        assert_eq!(shown.len(), 2, "a stranger is told who speaks, and then helped: {shown:?}");
        person.says(words).await;
        assert_eq!(house.shown(ANA + n).len(), 3);
    }
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.gaps(jiff::Timestamp::UNIX_EPOCH, 9).await.unwrap().is_empty(), "no question was asked in vain");
}

#[tokio::test]
async fn a_vote_is_kept_with_its_question_and_a_thumb_down_asks_what_was_missing() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.sends_payload("e::cl-rut-start-activities", 0).await;
    ana.presses("👎").await;
    ana.says("faltan los plazos para extranjeros").await;
    let mut tx = house.store.begin().await.unwrap();
    let question = tx.question(&ana.chat, QuestionId(1)).await.unwrap().unwrap();
    assert_eq!(question.vote, Some(Vote::Down));
    assert_eq!(question.entry.as_deref(), Some("cl-rut-start-activities"));
    drop(tx);
    let admin = house.person(ADMIN);
    admin.says("/gaps").await;
    let asked = house.faq.entry("cl-rut-start-activities").unwrap().words[&Lang::Es].question.clone();
    assert!(admin.heard().contains(&asked), "{}", admin.heard());
}

#[tokio::test]
async fn who_means_none_of_three_sees_the_next_three_and_then_a_person() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("visa").await;
    let keys = || -> Vec<String> { ana.hears().keys.iter().flatten().map(|key| key.payload.clone()).collect() };
    let first = keys();
    ana.sends_payload("none:1", ana.hears().id).await;
    let next = keys();
    assert!(first.len() == 4 && next.len() == 4, "three and none of them: {first:?} {next:?}");
    assert!(next.iter().all(|key| !first.contains(key)), "{first:?} {next:?}");
    let gaps = async || house.store.begin().await.unwrap().gaps(jiff::Timestamp::UNIX_EPOCH, 9).await.unwrap().len();
    assert_eq!(gaps().await, 1, "asked in vain until something is chosen");
    ana.sends_payload(&next[3], ana.hears().id).await;
    assert!(keys().iter().any(|key| key == "human:1"), "{:?}", ana.hears());
    ana.sends_payload(&next[0], 0).await;
    assert!(ana.hears().html.contains("📎"), "{:?}", ana.hears());
    assert_eq!(gaps().await, 0, "found in the end");
    ana.sends_payload("vote:1:up", 0).await;
    ana.sends_payload(&next[0], 0).await;
    let question = house.store.begin().await.unwrap().question(&ana.chat, QuestionId(1)).await.unwrap().unwrap();
    assert_eq!(question.vote, Some(Vote::Up), "the same entry once more changes no mind");
}

#[tokio::test]
async fn a_question_in_the_middle_of_a_form_is_answered_and_the_form_goes_on() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("area", "research"))).await;
    let before = dialogue(&house, &ana).await;
    ana.says("¿Cómo obtengo un RUT para mi empresa extranjera en Chile?").await;
    assert_eq!(dialogue(&house, &ana).await.draft, before.draft);
    assert!(
        ana.hears().html.contains(&I18n::new().html(Lang::Es, &Text::of_code("ask", "title"))[..30]),
        "{}",
        ana.hears().html
    );
    assert!(ana.heard().contains("📎") || ana.heard().contains(&plain(Lang::Es, &text!("answer-choose"))));
}

async fn dialogue(house: &House, person: &Person<'_>) -> puente::domain::Dialogue {
    let mut tx = house.store.begin().await.unwrap();
    let sender = puente::talk::Sender { id: person.chat.id, name: String::new(), lang_hint: None };
    let row = tx.enter(&person.chat, &sender, Lang::Es, jiff::Timestamp::now()).await.unwrap();
    serde_json::from_str(&row.dialogue.unwrap()).unwrap()
}

#[tokio::test]
async fn a_form_goes_on_after_a_restart_and_in_another_language() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("area", "technology"))).await;
    ana.presses(&plain(Lang::Es, &Text::of_code("kind", "tech-offer"))).await;
    ana.says("Sensores de bajo costo para el riego").await;
    let before = dialogue(&house, &ana).await;
    let house = house.restart().await;
    let ana = house.person(ANA);
    ana.says("/language").await;
    ana.presses_action(&Action::Speak(Lang::Zh)).await;
    let after = dialogue(&house, &ana).await;
    assert_eq!(before.draft, after.draft);
    assert_eq!(after.mode, Mode::Form);
    assert!(ana.hears().html.contains(&I18n::new().html(Lang::Zh, &Text::of_code("ask", "desc"))), "{}", ana.hears().html);
    ana.says("我们提供用于灌溉的低成本土壤湿度传感器，已在五十公顷葡萄园连续运行两年，寻找愿意联合试验的合作方。").await;
    assert!(ana.hears().html.contains(&I18n::new().html(Lang::Zh, &Text::of_code("ask", "sectors"))));
}

#[tokio::test]
async fn each_field_can_be_changed_from_the_review_without_touching_another() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    fill_in(&ana, Lang::Es).await;
    let before = dialogue(&house, &ana).await.draft.unwrap();
    ana.sends_payload("f:title:edit", 0).await;
    ana.says("Otro título, mucho mejor que el primero").await;
    let after = dialogue(&house, &ana).await.draft.unwrap();
    assert_eq!(after.title.as_deref(), Some("Otro título, mucho mejor que el primero"));
    assert_eq!(puente::domain::Draft { title: before.title.clone(), ..after }, before);
}

#[tokio::test]
async fn a_bad_value_is_told_with_an_example_then_with_a_way_out() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("area", "consultation"))).await;
    let example = I18n::new().html(Lang::Es, &Text::of_code("ask-consultation", "title"));
    ana.says("x").await;
    assert!(!ana.hears().html.contains(&example));
    ana.says("y").await;
    assert!(ana.hears().html.contains(&example));
    ana.says("z").await;
    assert!(ana.hears().keys.iter().flatten().any(|key| key.payload == "human"), "{:?}", ana.hears());
    ana.says("Una pregunta sobre el contrato con la contraparte").await;
    assert!(ana.hears().html.contains(&I18n::new().html(Lang::Es, &Text::of_code("ask-consultation", "desc"))[..20]));
}

#[tokio::test]
async fn a_sent_request_is_seen_changed_and_withdrawn_by_its_owner_alone() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    send(&ana, Lang::Es).await;
    let number = ana.hears().html.split("CL-").nth(1).map(|rest| format!("CL-{}", &rest[..12])).unwrap();
    ana.says(&format!("/status {}", number.to_lowercase())).await;
    assert!(ana.hears().html.contains("Extracción directa"), "{}", ana.hears().html);
    let luis = house.person(LUIS);
    luis.says(&format!("/status {number}")).await;
    assert!(!luis.heard().contains("Extracción directa"));
    luis.sends_payload("req:1", 0).await;
    luis.sends_payload("wd!:1", 0).await;
    luis.sends_payload("amend:1", 0).await;
    assert!(!luis.heard().contains("Extracción directa"));
    let mut wrong = number.clone().into_bytes();
    wrong[8] = if wrong[8] == b'9' { b'8' } else { wrong[8] + 1 };
    ana.says(&format!("/status {}", String::from_utf8(wrong).unwrap())).await;
    assert!(!ana.hears().html.contains("Extracción directa"), "a mistyped number is told as such");

    ana.sends_payload("amend:1", 0).await;
    ana.sends_payload("f:org:edit", 0).await;
    ana.says("Universidad Cambiada").await;
    ana.presses(&plain(Lang::Es, &text!("button-send-changes"))).await;
    let staff = house.staff(crate::house::ANNA, house.newest_topic());
    assert!(staff.heard().contains("Universidad Cambiada"));

    ana.says("/requests").await;
    ana.presses("CL-").await;
    ana.presses(&plain(Lang::Es, &text!("button-withdraw"))).await;
    ana.presses(&plain(Lang::Es, &text!("button-really-withdraw"))).await;
    assert!(ana.hears().html.contains(&plain(Lang::Es, &Text::of_code("request", "withdrawn"))), "{}", ana.hears().html);
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.matches_of(RequestId(1)).await.unwrap().is_empty(), "its matches ended with it");
}

#[tokio::test]
async fn consent_is_kept_with_its_version_and_what_is_kept_is_shown_and_erased_on_demand() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    send(&ana, Lang::Es).await;
    ana.says("/mydata").await;
    let log = house.transcript();
    let file = log.lines().skip_while(|line| !line.contains("puente-my-data.json")).collect::<Vec<_>>().join("\n");
    assert!(file.contains("Universidad de Ejemplo") && file.contains(CONSENT_VERSION), "{file}");
    ana.says("/forget").await;
    ana.presses(&plain(Lang::Es, &text!("button-forget"))).await;
    for personal in ["Universidad de Ejemplo", "salmueras de salar con recuperación", "salmuera"] {
        let left: Vec<String> = tables_with(&house, personal).await;
        assert!(left.is_empty(), "{personal:?} is left in {left:?}");
    }
}

/// The tables that hold these words, with what stands around them.
async fn tables_with(house: &House, words: &str) -> Vec<String> {
    let dump = puente::store::dump(&house.folder.path().join("puente.db")).await.unwrap();
    let samples = ["opportunity", "organisation"];
    let found = dump.into_iter().filter(|(table, rows)| !samples.contains(&table.as_str()) && rows.contains(words));
    found
        .map(|(table, rows)| {
            let at = rows.find(words).unwrap();
            let around: String = rows[..at].chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect();
            format!("{table}: {around}{words}")
        })
        .collect()
}

#[tokio::test]
async fn a_draft_is_reminded_of_twice_and_erased_after_thirty_days() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("area", "research"))).await;
    let hours = |n: i64| house.now + SignedDuration::from_hours(n);
    house.tick(hours(23)).await;
    let before = house.shown(ANA).len();
    house.tick(hours(25)).await;
    house.tick(hours(49)).await;
    assert_eq!(house.shown(ANA).len(), before + 1, "one reminder after a day");
    house.tick(hours(24 * 7 + 1)).await;
    house.tick(hours(24 * 8)).await;
    assert_eq!(house.shown(ANA).len(), before + 2, "and one after a week");
    house.tick(hours(24 * 31)).await;
    assert_eq!(house.shown(ANA).len(), before + 3, "erased, and told so");
    house.tick(hours(24 * 32)).await;
    assert_eq!(house.shown(ANA).len(), before + 3);
}

#[tokio::test]
async fn whatever_a_person_sends_is_answered() {
    let house = House::open().await;
    let ana = house.person(ANA);
    for kind in OtherKind::ALL {
        let before = house.shown(ANA).len();
        ana.sends_other(*kind).await;
        assert!(house.shown(ANA).len() > before, "{kind:?} was met with silence");
    }
    for words in ["", "   ", "\u{202e}<b>evil</b>", &"long ".repeat(2000), "🙂", "/nonsense", "/reindex", "/queue"] {
        let before = house.shown(ANA).len();
        ana.says(words).await;
        assert!(house.shown(ANA).len() > before, "{words:.20} was met with silence");
    }
    let before = house.shown(ANA).len();
    ana.sends_file("plan.exe", 10).await;
    ana.sends_file("plan.pdf", 50 << 20).await;
    ana.sends_file("plan.pdf", 1000).await;
    assert_eq!(house.shown(ANA).len(), before + 3);
    assert!(house.shown(STAFF_CHAT).is_empty(), "nothing of it reached the staff");
}

#[tokio::test]
async fn every_button_of_every_message_still_answers_after_a_restart() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/browse").await;
    send(&ana, Lang::Es).await;
    let house = house.restart().await;
    let ana = house.person(ANA);
    let buttons: Vec<(i64, String)> = house
        .shown(ANA)
        .iter()
        .flat_map(|shown| shown.keys.iter().flatten().map(|key| (shown.id, key.payload.clone())).collect::<Vec<_>>())
        .collect();
    for (message, payload) in buttons {
        let before = house.transcript().len();
        ana.sends_payload(&payload, message).await;
        assert!(house.transcript().len() > before, "{payload} was met with silence");
    }
    assert_eq!(house.parked().await, 0, "no turn failed");
}

#[tokio::test]
async fn an_update_that_comes_twice_changes_nothing() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    fill_in(&ana, Lang::Es).await;
    let said = Said::Pressed { action: Action::decode("f:review:yes"), message: 0, callback: "x".into() };
    let update = house.incoming(ana.chat.clone(), ANA, said);
    house.hand(update.clone()).await.unwrap();
    let before = house.transcript();
    house.hand(update).await.unwrap();
    assert_eq!(house.transcript(), before);
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.live_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_newcomer_who_asks_at_once_is_told_who_speaks_and_then_answered() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("¿Cuánto es el IVA en Chile?").await;
    let shown = house.shown(ANA);
    assert_eq!(shown.len(), 2, "{}", house.transcript());
    assert!(shown[0].html.contains("/privacy") && shown[0].keys.iter().flatten().any(|key| key.label == "中文"));
    let is_about_vat = |shown: &crate::house::Shown| shown.keys.iter().flatten().any(|key| key.label.contains("IVA"));
    assert!(shown[1].html.contains("IVA") || is_about_vat(&shown[1]), "the answer stays in view: {}", shown[1].html);
    ana.says("¿Y en China?").await;
    assert_eq!(house.shown(ANA).len(), 3, "once");
}
