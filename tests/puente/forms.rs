//! The guided request as hurried people on a phone live it: every kind in every language, left, corrected, amended.

use puente::{
    domain::{Area, Direction, Kind, Lang, RequestId, RequestState},
    i18n::I18n,
    store::RequestRow,
    talk::{Action, Text},
    text,
};

use crate::house::{ANNA, House, Person};

const ANA: i64 = 1 << 41;

/// What a hurried person types, by language: a title, a description, their organisation.
pub const WORDS: [(Lang, &str, &str, &str); 4] = [
    (
        Lang::Es,
        "Control del piojo de mar en salmonicultura",
        "Buscamos métodos para controlar el piojo de mar en centros de cultivo de salmón, con menos de 0,5 hembras por pez. \
         Tenemos dos centros en Aysén y podemos probar durante doce meses con un equipo propio de seis personas.",
        "Salmones de Ejemplo",
    ),
    (
        Lang::Zh,
        "三文鱼养殖海虱防治",
        "我们在三文鱼养殖场开展海虱防治研究，目标是每条鱼少于0.5只雌虱。现有两个试验场和六人团队，可以连续试验十二个月，希望与有经验的单位合作。",
        "示例水产研究所",
    ),
    (
        Lang::En,
        "Sea lice control for salmon farms",
        "We want methods to control sea lice on salmon farms with fewer than 0.5 adult females per fish. We run two sites in \
         the south and can test for twelve months with a team of six people of our own.",
        "Example Aquaculture",
    ),
    (
        Lang::Pt,
        "Controle do piolho-do-mar em salmões",
        "Procuramos métodos para controlar o piolho-do-mar em fazendas de salmão, com menos de 0,5 fêmea adulta por peixe. \
         Temos duas unidades e podemos testar durante doze meses com uma equipe própria de seis pessoas.",
        "Aquicultura Exemplo",
    ),
];

/// How much work a form was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    pub taps: usize,
    pub typed: usize,
}

fn plain(lang: Lang, text: &Text) -> String {
    I18n::new().plain(lang, text)
}

/// The area and direction behind which a kind stands.
fn way_to(kind: Kind) -> (Area, Direction) {
    let ways = Area::ALL.iter().flat_map(|area| Direction::ALL.iter().map(|direction| (*area, *direction)));
    ways.into_iter().find(|(area, direction)| area.kind(*direction) == kind).unwrap()
}

/// Goes on with the form that is open, by what it shows, until it asks `until`: taps the first that fits, types what has to
/// be typed.
pub async fn fill_until(person: &Person<'_>, lang: Lang, kind: Kind, until: &str) -> Work {
    let (_, title, description, organisation) = WORDS[lang.index()];
    let (area, direction) = way_to(kind);
    let mut work = Work { taps: 0, typed: 0 };
    for _ in 0..60 {
        let shown = person.hears();
        let keys: Vec<String> = shown.keys.iter().flatten().map(|key| key.payload.clone()).collect();
        let step =
            keys.iter().find_map(|key| key.strip_prefix("f:")?.strip_suffix(":save")).expect("a form is open").to_owned();
        if step == until {
            return work;
        }
        let tap = async |payload: &str| {
            assert!(keys.iter().any(|key| key == payload), "{payload} is not among {keys:?}");
            person.sends_payload(payload, shown.id).await;
        };
        let first = keys.iter().find(|key| key.starts_with(&format!("f:{step}:="))).cloned();
        match step.as_str() {
            "title" | "desc" | "org" => {
                let words = [("title", title), ("desc", description), ("org", organisation)];
                person.says(words.iter().find(|(name, _)| *name == step).unwrap().1).await;
                work.typed += 1;
                continue;
            }
            "area" => tap(&format!("f:area:={}", area.code())).await,
            "direction" => tap(&format!("f:direction:={}", direction.code())).await,
            "consent" | "review" => tap(&format!("f:{step}:yes")).await,
            "sectors" | "partnership" => {
                tap(&first.unwrap()).await;
                person.sends_payload(&format!("f:{step}:done"), shown.id).await;
                work.taps += 1;
            }
            _ => tap(&first.unwrap()).await,
        }
        work.taps += 1;
        if step == "review" {
            return work;
        }
    }
    panic!("the form does not end");
}

/// A whole request of this kind by this person.
pub async fn send(person: &Person<'_>, lang: Lang, kind: Kind) -> Work {
    person.says("/request").await;
    fill_until(person, lang, kind, "the end").await
}

async fn request(house: &House, id: i64) -> RequestRow {
    let mut tx = house.store.begin().await.unwrap();
    tx.request(RequestId(id)).await.unwrap().unwrap()
}

#[tokio::test]
async fn every_kind_is_filled_in_by_few_taps_in_every_language() {
    let house = House::open().await;
    let mut id = 0;
    for lang in Lang::ALL {
        for kind in Kind::ALL {
            id += 1;
            let person = house.person(ANA + id);
            person.says("/start").await;
            person.presses_action(&Action::Speak(*lang)).await;
            let work = send(&person, *lang, *kind).await;
            assert!(work.taps <= 15 && work.typed <= 3, "{lang:?} {kind:?}: {work:?}");
            let sent = request(&house, id).await;
            assert!(person.hears().html.contains(&sent.reference.to_string()), "{}", person.hears().html);
            assert_eq!((sent.body.kind, sent.body.lang, sent.state), (*kind, *lang, RequestState::Submitted));
            if *kind != Kind::Consultation {
                assert_eq!(sent.body.sectors, ["salmon-aquaculture"], "proposed from what was written, taken by a tap");
            }
        }
    }
}

#[tokio::test]
async fn the_second_request_takes_over_what_was_said_of_oneself_by_taps() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    let first = send(&ana, Lang::Es, Kind::TechnologyRequest).await;
    ana.says("/request").await;
    fill_until(&ana, Lang::Es, Kind::BusinessOffer, "org").await;
    ana.presses("Salmones de Ejemplo").await;
    assert!(ana.hears().html.contains(&I18n::new().html(Lang::Es, &Text::of_code("ask", "langs"))), "{}", ana.hears().html);
    let rest = fill_until(&ana, Lang::Es, Kind::BusinessOffer, "the end").await;
    assert!(rest.taps < first.taps && rest.typed == 0);
    let (one, two) = (request(&house, 1).await.body, request(&house, 2).await.body);
    assert_eq!((one.organisation, one.org_type, one.country), (two.organisation, two.org_type, two.country));
    assert_eq!((one.languages, one.contact), (two.languages, two.contact));
}

#[tokio::test]
async fn a_form_left_at_any_step_is_taken_up_there_after_a_restart() {
    let mut house = House::open().await;
    house.person(ANA).says("/start").await;
    house.person(ANA).says("/request").await;
    for step in ["title", "sectors", "career", "org", "langs", "consent", "review"] {
        let ana = house.person(ANA);
        fill_until(&ana, Lang::Es, Kind::TalentHost, step).await;
        ana.presses(&plain(Lang::Es, &text!("button-save"))).await;
        house = house.restart().await;
        let ana = house.person(ANA);
        ana.presses(&plain(Lang::Es, &text!("button-resume"))).await;
        let at = format!("f:{step}:save");
        assert!(ana.hears().keys.iter().flatten().any(|key| key.payload == at), "{step}: {:?}", ana.hears());
    }
    let ana = house.person(ANA);
    fill_until(&ana, Lang::Es, Kind::TalentHost, "the end").await;
    assert_eq!(request(&house, 1).await.body.kind, Kind::TalentHost);
}

#[tokio::test]
async fn details_are_added_at_the_review_by_those_who_want_and_matched_by() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    fill_until(&ana, Lang::Es, Kind::ResearchPartner, "review").await;
    ana.presses(&plain(Lang::Es, &text!("button-details"))).await;
    let detail = async |field: &str| ana.presses(&plain(Lang::Es, &Text::of_code("field", field))).await;
    detail("call").await;
    ana.says("ANID-NSFC 2027, cierra el 30/04/2027").await;
    detail("period").await;
    ana.says("mañana").await;
    assert!(ana.hears().html.contains(&plain(Lang::Es, &text!("wrong-no-date"))[..20]), "{}", ana.hears().html);
    ana.says("de 03/2099 a 08/2099").await;
    detail("ptypes").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("orgtype", "university"))).await;
    ana.presses(&plain(Lang::Es, &text!("button-done"))).await;
    detail("targets").await;
    ana.presses(&plain(Lang::Es, &Text::of_code("country", "CN"))).await;
    ana.presses(&plain(Lang::Es, &text!("button-done"))).await;
    detail("gist").await;
    ana.says("Buscamos un socio para controlar el piojo de mar en salmones").await;
    assert!(ana.hears().html.contains(&plain(Lang::Es, &text!("wrong-not-english"))[..20]), "{}", ana.hears().html);
    ana.says("Controlling sea lice on salmon farms with a partner in China").await;
    ana.presses(&plain(Lang::Es, &text!("button-fields"))).await;
    ana.presses(&plain(Lang::Es, &text!("button-send"))).await;
    let sent = request(&house, 1).await;
    let seen = sent.proposal();
    assert_eq!(seen.call.as_deref(), Some("ANID-NSFC 2027, cierra el 30/04/2027"));
    assert_eq!(seen.period.unwrap().until.to_string(), "2099-08-31");
    assert_eq!(seen.partner_types.len(), 1);
    assert_eq!(seen.gist_en.as_deref(), Some("Controlling sea lice on salmon farms with a partner in China"));
    assert!(seen.targets.admit(puente::domain::Country::Cl, puente::domain::Country::Cn));
    let card = house.staff(ANNA, house.newest_topic()).heard();
    assert!(card.contains("ANID-NSFC 2027") && card.contains("Controlling sea lice"), "{card}");
}

#[tokio::test]
async fn a_thin_request_is_asked_at_most_three_questions_and_sent_all_the_same() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    fill_until(&ana, Lang::Es, Kind::BusinessRequest, "title").await;
    ana.says("Queremos comprar alimento para salmones de cultivo").await;
    ana.says("Queremos comprar alimento para salmones de cultivo. Escríbanos a compras@ejemplo.cl cuando puedan").await;
    fill_until(&ana, Lang::Es, Kind::BusinessRequest, "review").await;
    let review = ana.hears().html;
    for hint in ["identifies", "few-words", "no-figure"] {
        assert!(review.contains(&plain(Lang::Es, &Text::of_code("hint", hint))[..30]), "{hint}: {review}");
    }
    assert_eq!(review.matches("• ").count(), 3, "{review}");
    ana.presses(&plain(Lang::Es, &text!("button-send"))).await;
    assert_eq!(request(&house, 1).await.state, RequestState::Submitted);
}

#[tokio::test]
async fn regulated_matters_are_told_to_staff_and_never_matched_by_the_machine() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    fill_until(&ana, Lang::Es, Kind::TechnologyRequest, "desc").await;
    ana.says("Buscamos adsorbentes para extracción directa de litio de salmueras, de doble uso civil y militar, con 80 % de recuperación.").await;
    fill_until(&ana, Lang::Es, Kind::TechnologyRequest, "the end").await;
    let card = house.staff(ANNA, house.newest_topic()).heard();
    assert!(card.contains(&plain(Lang::En, &Text::of_code("flag", "dual-use"))), "{card}");
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.matches_of(RequestId(1)).await.unwrap().is_empty());
    drop(tx);
    assert!(!ana.heard().contains('⚠'), "it is the staff's to judge: {}", ana.heard());
}

#[tokio::test]
async fn an_album_is_answered_once_however_many_files_it_has() {
    let mut house = House::open().await;
    house.now = jiff::Timestamp::now();
    let ana = house.person(ANA);
    ana.says("/start").await;
    ana.says("/request").await;
    fill_until(&ana, Lang::Es, Kind::ResearchPartner, "desc").await;
    let before = house.shown(ANA).len();
    for n in 0..10 {
        ana.sends_file_of(Some("album-1"), &format!("figura{n}.pdf"), 1000).await;
    }
    let kept = plain(Lang::Es, &text!("album-kept", count = 3));
    ana.waits_for(&kept).await;
    assert_eq!(house.shown(ANA).len(), before + 1, "{}", house.transcript());
    let said = ana.hears().html;
    assert!(said.contains('7') && said.contains(&I18n::new().html(Lang::Es, &Text::of_code("ask", "desc"))[..30]), "{said}");
    fill_until(&ana, Lang::Es, Kind::ResearchPartner, "the end").await;
    assert_eq!(request(&house, 1).await.body.files.len(), 3);
}
