//! Two strangers, from a request of each to an introduction: who is shown what, who says what, and what is never shown.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use puente::{
    domain::{ConsentKind, Country, Lang, MatchId, ProposalId, RequestId, identifiers::MASK},
    i18n::I18n,
    talk::{Action, ConsentPress, MatchPress, Text},
    text,
};
use sqlx::{Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::house::{ANNA, House, Person};

const ANA: i64 = 1 << 41;
const WEI: i64 = (1 << 41) + 1;

fn plain(lang: Lang, text: &Text) -> String {
    I18n::new().plain(lang, text)
}

pub async fn raw(house: &House) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(house.folder.path().join("puente.db"))
        .busy_timeout(std::time::Duration::from_secs(60));
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// What somebody answers to each question of the form: codes to tap, or words.
#[derive(Clone)]
pub struct Answers {
    pub lang: Lang,
    picks: BTreeMap<&'static str, Vec<&'static str>>,
    words: BTreeMap<&'static str, String>,
}

impl Answers {
    fn new(lang: Lang, picks: &[(&'static str, &[&'static str])], words: &[(&'static str, &str)]) -> Self {
        Self {
            lang,
            picks: picks.iter().map(|(step, codes)| (*step, codes.to_vec())).collect(),
            words: words.iter().map(|(step, words)| (*step, (*words).to_owned())).collect(),
        }
    }

    /// What is typed at this step.
    pub fn word(&self, step: &str) -> &str {
        &self.words[step]
    }
}

/// The step that the form is at, as it is kept.
async fn step(house: &House, chat: i64) -> Option<String> {
    let mut conn = raw(house).await;
    let dialogue: Option<String> =
        sqlx::query_scalar("select dialogue from chat where id = $1").bind(chat).fetch_one(&mut conn).await.unwrap();
    let dialogue: serde_json::Value = serde_json::from_str(&dialogue?).unwrap();
    dialogue["draft"]["at"].as_str().map(str::to_owned)
}

/// Fills in a request and sends it, whatever the form asks and in whatever order.
pub async fn sends_request(house: &House, who: &Person<'_>, answers: &Answers) {
    who.says("/start").await;
    who.presses_payload_of(&Action::Speak(answers.lang)).await;
    who.says("/request").await;
    for _ in 0..60 {
        let Some(at) = step(house, who.id).await else { return };
        if let Some(codes) = answers.picks.get(at.as_str()) {
            for code in codes {
                who.sends_payload(&format!("f:{at}:={code}"), 0).await;
            }
            if step(house, who.id).await.as_deref() == Some(at.as_str()) {
                who.sends_payload(&format!("f:{at}:done"), 0).await;
            }
        } else if let Some(words) = answers.words.get(at.as_str()) {
            who.says(words).await;
        } else {
            let press = if matches!(at.as_str(), "consent" | "review") { "yes" } else { "skip" };
            who.sends_payload(&format!("f:{at}:{press}"), 0).await;
        }
    }
    panic!("the form does not end:\n{}", house.transcript());
}

/// A Chilean university that seeks.
pub fn university() -> Answers {
    Answers::new(
        Lang::Es,
        &[
            ("area", &["technology"]),
            ("direction", &["seeks"]),
            ("orgtype", &["university"]),
            ("country", &["CL"]),
            ("sectors", &["lithium-salt-lakes"]),
            ("stage", &["demo"]),
            ("partnership", &["pilot", "rd"]),
            ("langs", &["es", "en"]),
        ],
        &[
            ("org", "Universidad Austral del Salar"),
            ("title", "Extracción directa de litio desde salmuera para un piloto"),
            (
                "desc",
                "En la Universidad Austral del Salar buscamos un adsorbente o membrana para extracción directa de litio desde salmuera de salar, \
                 con recuperación mayor a 85 % y bajo consumo de agua, para una planta piloto de 10 toneladas al año. \
                 Escriba a msoto@australsalar.cl o al +56 9 8765 4321, RUT 76.123.456-7.",
            ),
            ("contact", "María Soto Rivas, msoto@australsalar.cl"),
        ],
    )
}

/// A Chinese institute that offers.
pub fn institute() -> Answers {
    Answers::new(
        Lang::Zh,
        &[
            ("area", &["technology"]),
            ("direction", &["offers"]),
            ("orgtype", &["institute"]),
            ("country", &["CN"]),
            ("sectors", &["lithium-salt-lakes"]),
            ("stage", &["demo"]),
            ("ipr", &["granted"]),
            ("partnership", &["pilot", "licence"]),
            ("langs", &["zh", "en"]),
        ],
        &[
            ("org", "东莞海川盐湖研究院有限公司"),
            ("title", "盐湖卤水直接提锂吸附剂中试技术"),
            (
                "desc",
                "海川盐湖研究院提供盐湖卤水直接提锂用锰系吸附剂，锂回收率达到88%，淡水消耗低于30立方米每吨，已在青海完成年产100吨的中试，\
                 寻求海外盐湖合作伙伴开展中试和许可。微信号：haichuan2026，电话13800138000，邮箱 lab@haichuan-lake.cn，专利号ZL 2020 1 0123456.7。",
            ),
            ("contact", "张伟, 微信 haichuan2026"),
        ],
    )
}

/// What tells who a side is.
const OF_ANA: &[&str] = &["Austral del Salar", "msoto", "australsalar", "8765", "76.123", "Soto Rivas", "María"];
const OF_WEI: &[&str] = &["海川", "haichuan", "13800138000", "0123456", "张伟", "lab@"];

fn names_nobody(house: &House, chat: i64, secrets: &[&str]) {
    for shown in house.shown(chat) {
        for secret in secrets {
            assert!(!shown.html.contains(secret), "{secret} was shown: {}", shown.html);
        }
    }
}

/// Lets one's card be shown in a country, from the text of that consent.
async fn allows_card(who: &Person<'_>, country: Country) {
    let consent = |press| Action::Consent { kind: ConsentKind::Card, country: Some(country), press };
    who.presses_payload_of(&consent(ConsentPress::Show)).await;
    who.presses_action(&consent(ConsentPress::Yes(ConsentKind::Card.version().into()))).await;
}

fn press(of: MatchId, press: MatchPress) -> Action {
    Action::Match { of, press }
}

/// The match of the two requests.
async fn match_between(house: &House, one: RequestId, other: RequestId) -> MatchId {
    let mut tx = house.store.begin().await.unwrap();
    let found = tx.matches_of(one).await.unwrap();
    let row = found.iter().find(|row| row.across_from(one) == ProposalId::Request(other));
    row.unwrap_or_else(|| panic!("no match of {one} and {other}: {found:#?}")).id
}

pub async fn state(house: &House, of: MatchId) -> String {
    let mut conn = raw(house).await;
    sqlx::query_scalar("select state from match where id = $1").bind(of.0).fetch_one(&mut conn).await.unwrap()
}

/// Two strangers with a request each, both of whose cards may be shown across, and their match.
pub async fn strangers(house: &House, first: &Answers, second: &Answers) -> MatchId {
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    sends_request(house, &wei, second).await;
    allows_card(&wei, Country::Cl).await;
    sends_request(house, &ana, first).await;
    allows_card(&ana, Country::Cn).await;
    match_between(house, RequestId(2), RequestId(1)).await
}

/// Brings a match all the way: both accept, both let their names be given, staff introduce.
pub async fn come_together(house: &House, of: MatchId) {
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    for what in [MatchPress::Accept, MatchPress::Release(ConsentKind::Release.version().into())] {
        ana.presses_payload_of(&press(of, what.clone())).await;
        wei.presses_payload_of(&press(of, what)).await;
    }
    anna.presses_payload_of(&press(of, MatchPress::Introduce)).await;
    assert_eq!(state(house, of).await, "introduced");
}

#[tokio::test]
async fn a_need_in_spanish_and_an_offer_in_chinese_come_from_strangers_to_an_introduction() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses(&plain(Lang::En, &text!("button-matches"))).await;
    anna.presses_action(&press(of, MatchPress::Approve)).await;

    // The seeking side is asked first, in its language, without a name.
    let card = ana.hears();
    assert!(card.html.contains(&plain(Lang::Es, &Text::of_code("orgtype", "institute"))), "{}", card.html);
    assert!(card.html.contains("88%") && card.html.contains(MASK), "{}", card.html);
    assert!(card.html.contains("litio") || card.html.contains("Litio"), "the shared sector is named: {}", card.html);
    let heard_by_wei = house.shown(WEI).len();
    ana.presses_action(&press(of, MatchPress::Ask)).await;
    ana.says("¿Qué pureza alcanza el carbonato?").await;
    assert_eq!(state(&house, of).await, "question");
    let question = anna.message_with("pureza");
    anna.says_in_answer("Grado batería, 99,5 %.", Some(question)).await;
    assert!(ana.hears().html.contains("99,5"), "{}", house.transcript());
    anna.presses_action(&press(of, MatchPress::Answered)).await;
    ana.presses_action(&press(of, MatchPress::Accept)).await;
    assert!(house.shown(WEI).len() > heard_by_wei, "then the other side is asked");

    let card = wei.hears();
    assert!(card.html.contains(&plain(Lang::Zh, &Text::of_code("orgtype", "university"))), "{}", card.html);
    wei.presses_action(&press(of, MatchPress::Accept)).await;
    assert_eq!(state(&house, of).await, "offered-second", "a yes to the card is no release of a name");
    let release = |of| press(of, MatchPress::Release(ConsentKind::Release.version().into()));
    wei.presses_action(&release(of)).await;
    assert_eq!(state(&house, of).await, "offered-second");
    ana.presses_action(&release(of)).await;
    assert_eq!(state(&house, of).await, "mutual");
    names_nobody(&house, ANA, OF_WEI);
    names_nobody(&house, WEI, OF_ANA);

    anna.presses_action(&press(of, MatchPress::Introduce)).await;
    assert!(ana.hears().html.contains("东莞海川盐湖研究院有限公司") && ana.hears().html.contains("haichuan2026"));
    assert!(
        wei.hears().html.contains("Universidad Austral del Salar") && wei.hears().html.contains("msoto@australsalar.cl")
    );
    assert!(!wei.hears().html.contains("8765"), "only the channel that was chosen");
    assert_eq!(state(&house, of).await, "introduced");
    let mut conn = raw(&house).await;
    let both: Vec<i64> = sqlx::query_scalar(
        "select created_at from outbox where match = $1 and line in ('web:' || $2, 'web:' || $3) order by id desc limit 2",
    )
    .bind(of.0)
    .bind(ANA)
    .bind(WEI)
    .fetch_all(&mut conn)
    .await
    .unwrap();
    assert_eq!(both[0], both[1], "both in the same turn");
    let proofs: Vec<(String, String, String)> =
        sqlx::query("select kind, text_hash, button from consent where kind in ('release', 'card', 'request')")
            .fetch_all(&mut conn)
            .await
            .unwrap()
            .iter()
            .map(|row| (row.get(0), row.get(1), row.get(2)))
            .collect();
    assert_eq!(proofs.len(), 6);
    assert!(proofs.iter().all(|(_, hash, button)| hash.len() == 64 && !button.is_empty()), "{proofs:?}");
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn a_researcher_and_a_host_find_each_other() {
    let house = House::open_small().await;
    let words = |org, title, desc, contact| [("org", org), ("title", title), ("desc", desc), ("contact", contact)];
    let host = Answers::new(
        Lang::Zh,
        &[
            ("area", &["talent"]),
            ("direction", &["offers"]),
            ("orgtype", &["university"]),
            ("country", &["CN"]),
            ("career", &["r2"]),
            ("talent", &["hosting"]),
            ("sectors", &["solar-energy"]),
            ("langs", &["zh", "en"]),
        ],
        &words(
            "南方科技湾大学",
            "太阳能热利用博士后岗位，为期24个月",
            "南方科技湾大学招收太阳能热利用与海水淡化方向博士后两名，聘期24个月，提供每年30万元经费和人才公寓，要求三年内获得博士学位并能用英语工作。联系人李明教授。",
            "李明 limin@sustbay.edu.cn",
        ),
    );
    let researcher = Answers::new(
        Lang::Es,
        &[
            ("area", &["talent"]),
            ("direction", &["seeks"]),
            ("orgtype", &["individual"]),
            ("country", &["CL"]),
            ("career", &["r2"]),
            ("talent", &["hosting"]),
            ("sectors", &["solar-energy"]),
            ("langs", &["es", "en"]),
        ],
        &words(
            "Camila Fuenzalida Ortúzar",
            "Estadía posdoctoral de 24 meses en energía solar térmica",
            "Soy Camila Fuenzalida Ortúzar, doctora en ingeniería con cuatro artículos en colectores termosolares y destilación por membranas; busco una estadía posdoctoral de 24 meses con financiamiento, inglés avanzado.",
            "camila.fuenzalida@correo.cl",
        ),
    );
    let of = strangers(&house, &researcher, &host).await;
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses(&plain(Lang::En, &text!("button-matches"))).await;
    anna.presses_action(&press(of, MatchPress::Approve)).await;
    ana.presses_action(&press(of, MatchPress::Accept)).await;
    wei.presses_action(&press(of, MatchPress::Accept)).await;
    let release = press(of, MatchPress::Release(ConsentKind::Release.version().into()));
    ana.presses_action(&release).await;
    wei.presses_action(&release).await;
    names_nobody(&house, ANA, &["南方科技湾", "李明", "limin", "sustbay"]);
    names_nobody(&house, WEI, &["Camila", "Fuenzalida", "correo.cl"]);
    anna.presses_action(&press(of, MatchPress::Introduce)).await;
    assert!(ana.hears().html.contains("limin@sustbay.edu.cn"), "{}", ana.hears().html);
    assert!(wei.hears().html.contains("Camila Fuenzalida"), "{}", wei.hears().html);
}

#[tokio::test]
async fn a_card_is_shown_nowhere_before_its_owner_allows_it_and_then_the_match_goes_on_by_itself() {
    let house = House::open_small().await;
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    sends_request(&house, &wei, &institute()).await;
    sends_request(&house, &ana, &university()).await;
    let of = match_between(&house, RequestId(2), RequestId(1)).await;
    let anna = house.staff(ANNA, house.newest_topic());
    let before = house.shown(ANA).len();
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    assert_eq!(state(&house, of).await, "approved");
    assert_eq!(house.shown(ANA).len(), before + 1, "told that somebody has it, and shown nothing");
    let yes = Action::Consent {
        kind: ConsentKind::Card,
        country: Some(Country::Cl),
        press: ConsentPress::Yes(ConsentKind::Card.version().into()),
    };
    assert!(wei.hears().keys.iter().flatten().any(|key| key.payload == yes.encode()), "{}", wei.hears().html);
    wei.presses_payload_of(&Action::Consent {
        kind: ConsentKind::Card,
        country: Some(Country::Cl),
        press: ConsentPress::Yes("2020-01-01".into()),
    })
    .await;
    assert_eq!(state(&house, of).await, "approved", "a yes to an older text is none");
    wei.presses_action(&yes).await;
    assert_eq!(state(&house, of).await, "offered-first");
    assert!(ana.hears().html.contains(MASK));
}

#[tokio::test]
async fn taking_a_consent_back_closes_what_rested_on_it_at_once_with_a_neutral_word() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let (ana, wei) = (house.person(ANA), house.person(WEI));
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    wei.says("/privacy").await;
    assert!(wei.hears().html.contains(&plain(Lang::Zh, &Text::of_code("consent-kind", "card"))), "{}", wei.hears().html);
    let back = Action::Consent { kind: ConsentKind::Card, country: Some(Country::Cl), press: ConsentPress::Withdraw };
    wei.presses_action(&back).await;
    assert_eq!(state(&house, of).await, "stale");
    let told = ana.hears().html;
    assert!(told.contains("ya no está disponible"), "neutral, and nothing of who or why: {told}");
    let mut conn = raw(&house).await;
    let reason: String =
        sqlx::query_scalar("select reason from match where id = $1").bind(of.0).fetch_one(&mut conn).await.unwrap();
    assert_eq!(reason, "consent");
    // The button of the card that was shown answers with how it stands now.
    ana.presses_action(&press(of, MatchPress::Accept)).await;
    assert_eq!(ana.hears().html, I18n::new().html(Lang::Es, &text!("pair-over")));
    assert_eq!(state(&house, of).await, "stale");
}

#[tokio::test]
async fn a_sample_is_marked_on_its_card_and_cannot_be_introduced() {
    let house = House::open_small().await;
    let ana = house.person(ANA);
    sends_request(&house, &ana, &university()).await;
    allows_card(&ana, Country::Cn).await;
    let mut tx = house.store.begin().await.unwrap();
    let found = tx.matches_of(RequestId(1)).await.unwrap();
    drop(tx);
    let of = found.first().expect("the sample directory holds a counterpart").id;
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    assert!(ana.heard().contains("🧪"), "{}", ana.hears().html);
    ana.presses_action(&press(of, MatchPress::Accept)).await;
    for try_it in [MatchPress::HandYes, MatchPress::Introduce] {
        anna.presses_payload_of(&press(of, try_it)).await;
        assert!(anna.heard().contains("🧪"), "{}", anna.hears().html);
    }
    anna.says(&format!("/introduce {of} somebody@example.cl")).await;
    assert_eq!(state(&house, of).await, "accepted-first");
}

#[tokio::test]
async fn a_declined_pair_comes_back_only_when_a_text_has_changed_by_a_third() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let ana = house.person(ANA);
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    ana.presses_action(&press(of, MatchPress::Decline(None))).await;
    ana.presses_action(&press(of, MatchPress::Decline(Some(puente::domain::EndReason::Timing)))).await;
    assert_eq!(state(&house, of).await, "declined");
    let again = async |title: &str| {
        ana.presses_payload_of(&Action::Amend(RequestId(2))).await;
        ana.sends_payload("f:title:edit", 0).await;
        ana.says(title).await;
        ana.sends_payload("f:review:yes", 0).await;
        let mut tx = house.store.begin().await.unwrap();
        tx.matches_of(RequestId(2))
            .await
            .unwrap()
            .iter()
            .any(|row| row.across_from(RequestId(2)) == ProposalId::Request(RequestId(1)))
    };
    assert!(!again("Extracción directa de litio desde salmueras para un piloto").await, "a small change is none");
    ana.presses_payload_of(&Action::Amend(RequestId(2))).await;
    ana.sends_payload("f:desc:edit", 0).await;
    ana.says(
        "Queremos probar sorbentes selectivos de litio en salmueras con alta relación magnesio–litio: columnas de lecho fijo, \
         regeneración con ácido diluido, balance hídrico medido y 500 ciclos sin pérdida de capacidad.",
    )
    .await;
    ana.sends_payload("f:review:yes", 0).await;
    assert!(again("Sorbentes selectivos de litio para salmueras con magnesio").await, "another text is another proposal");
}

#[tokio::test]
async fn what_nobody_answers_lapses_once_and_says_so_to_who_had_the_card() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    house.tick(house.now + SignedDuration::from_hours(24 * 13)).await;
    assert_eq!(state(&house, of).await, "offered-first");
    let before = house.shown(ANA).len();
    house.tick(house.now + SignedDuration::from_hours(24 * 14)).await;
    assert_eq!(state(&house, of).await, "lapsed");
    assert_eq!(house.shown(ANA).len(), before + 1);
    let house = house.restart().await;
    house.tick(house.now + SignedDuration::from_hours(24 * 15)).await;
    assert_eq!(house.shown(ANA).len(), before + 1, "once");
}
