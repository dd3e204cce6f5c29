//! What would make a request find better counterparts: a few checks, each of which fails into one question. None of them
//! keeps anybody from sending.

use super::{
    Draft, Kind, Lang, Step, code_list, first_sentence,
    identifiers::{Names, masked},
};

/// Questions shown at once; more would be homework.
pub const MOST_HINTS: usize = 3;
/// Words of a description from which on a stranger can judge it.
const ENOUGH_WORDS: usize = 25;

code_list! {
    /// A question about a request, the most important first.
    Hint, "hint" {
        /// Something in a text that others will read tells who its owner is, and would be hidden from them.
        Identifies = "identifies",
        FewWords = "few-words",
        /// Neither a figure nor a requirement that one could check.
        NoFigure = "no-figure",
        TitleRepeats = "title-repeats",
        /// "A partner" says nothing about what the partner should do.
        VagueRole = "vague-role",
        /// One's own country among those in which a partner is sought.
        OwnCountry = "own-country",
        /// Nothing in English, by which the other languages would find it.
        NoGist = "no-gist",
    }
}

/// What to ask about a draft, and which field answers it: the most important first, at most [`MOST_HINTS`].
#[must_use]
pub fn hints(draft: &Draft, written_in: Lang) -> Vec<(Hint, Step)> {
    let Some(kind) = draft.kind().filter(|kind| *kind != Kind::Consultation) else { return Vec::new() };
    let (title, description) =
        (draft.title.as_deref().unwrap_or_default(), draft.description.as_deref().unwrap_or_default());
    let names =
        Names::of(&[draft.organisation.as_deref().unwrap_or_default()], draft.contact.as_deref().unwrap_or_default());
    let extra = &draft.extra;
    let texts = [
        (Step::Title, Some(title)),
        (Step::Description, Some(description)),
        (Step::Summary, extra.summary.as_deref()),
        (Step::Specifics, extra.specifics.as_deref()),
        (Step::PartnerRole, extra.partner_role.as_deref()),
        (Step::Gist, extra.gist_en.as_deref()),
    ];
    let telling = texts.into_iter().find(|(_, text)| text.is_some_and(|text| masked(text, &names) != text));
    let told = format!("{description} {}", extra.specifics.as_deref().unwrap_or_default());
    let has_gist = extra.gist_en.is_some() || written_in == Lang::En;
    let mut found = Vec::new();
    found.extend(telling.map(|(step, _)| (Hint::Identifies, step)));
    let checks = [
        (words(description) < ENOUGH_WORDS, Hint::FewWords, Step::Description),
        (wants_figures(kind) && !has_figure(&told), Hint::NoFigure, Step::Description),
        (repeats(title, description), Hint::TitleRepeats, Step::Title),
        (extra.partner_role.as_deref().is_some_and(is_vague), Hint::VagueRole, Step::PartnerRole),
        (draft.country.is_some_and(|own| extra.target_countries.contains(&own)), Hint::OwnCountry, Step::Targets),
        (!has_gist, Hint::NoGist, Step::Gist),
    ];
    found.extend(checks.into_iter().filter(|(fails, ..)| *fails).map(|(_, hint, step)| (hint, step)));
    found.truncate(MOST_HINTS);
    found
}

/// A stay or a meeting is not measured in figures.
fn wants_figures(kind: Kind) -> bool {
    !matches!(kind, Kind::TalentHost | Kind::TalentSeeker | Kind::EventMeeting)
}

/// Words of a text; two Chinese characters count as one.
fn words(text: &str) -> usize {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let others = text.split(|c: char| c.is_whitespace() || is_han(c)).filter(|word| word.chars().any(char::is_alphanumeric));
    others.count() + han.div_ceil(2)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A figure in digits of any width, a share, or a standard by its capitals.
fn has_figure(text: &str) -> bool {
    let standard = |word: &str| word.chars().count() >= 3 && word.chars().all(|c| c.is_ascii_uppercase());
    text.chars().any(|c| c.is_numeric() || c == '%') || text.split(|c: char| !c.is_alphanumeric()).any(standard)
}

fn repeats(title: &str, description: &str) -> bool {
    let plain = |text: &str| text.trim().trim_end_matches(['.', '。', '!', '！']).to_lowercase();
    !title.is_empty() && plain(title) == plain(first_sentence(description))
}

/// Two words, or four characters, describe no task.
fn is_vague(role: &str) -> bool {
    words(role) < 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Area, Country, Direction};

    /// A need that leaves nothing to ask.
    fn good() -> Draft {
        let mut draft = Draft {
            area: Some(Area::Technology),
            direction: Some(Direction::Seeks),
            country: Some(Country::Cl),
            organisation: Some("Universidad de Ejemplo".into()),
            title: Some("Litio de salmueras pobres".into()),
            description: Some(
                "Buscamos un proceso para recuperar más del 80 % del litio de salmueras de menos de 0,3 g/L. Tenemos una planta \
                 piloto de 5 m³ por día y queremos un socio para probarlo durante doce meses."
                    .into(),
            ),
            ..Draft::new()
        };
        draft.extra.gist_en = Some("Recovering lithium from poor brines".into());
        draft
    }

    fn asked(change: impl FnOnce(&mut Draft)) -> Vec<(Hint, Step)> {
        let mut draft = good();
        change(&mut draft);
        hints(&draft, Lang::Es)
    }

    #[test]
    fn each_failing_check_asks_its_own_question() {
        assert_eq!(asked(|_| ()), []);
        let few = "Buscamos un socio para un proyecto de 3 años con una universidad de China, gracias.";
        assert_eq!(asked(|draft| draft.description = Some(few.into())), [(Hint::FewWords, Step::Description)]);
        let plain = "Buscamos un proceso nuevo para recuperar el litio de las salmueras pobres del norte. Tenemos una planta piloto \
                     y queremos un socio serio para probarlo durante doce meses con nuestro equipo";
        assert_eq!(asked(|draft| draft.description = Some(plain.into())), [(Hint::NoFigure, Step::Description)]);
        let first = "Buscamos un proceso para recuperar más del 80 % del litio de salmueras de menos de 0,3 g/L";
        assert_eq!(asked(|draft| draft.title = Some(first.into())), [(Hint::TitleRepeats, Step::Title)]);
        assert_eq!(asked(|draft| draft.extra.partner_role = Some("Socio".into())), [(Hint::VagueRole, Step::PartnerRole)]);
        assert_eq!(
            asked(|draft| draft.extra.partner_role = Some("合作伙伴".into())),
            [(Hint::VagueRole, Step::PartnerRole)]
        );
        let own = |draft: &mut Draft| draft.extra.target_countries = [Country::Cl, Country::Cn].into();
        assert_eq!(asked(own), [(Hint::OwnCountry, Step::Targets)]);
        assert_eq!(asked(|draft| draft.extra.gist_en = None), [(Hint::NoGist, Step::Gist)]);
    }

    #[test]
    fn at_most_three_are_asked_and_the_most_important_first() {
        let found = asked(|draft| {
            draft.description = Some("Escríbanos a ana@ejemplo.cl y le contamos".into());
            draft.extra = crate::domain::Extra::default();
        });
        let hints: Vec<Hint> = found.into_iter().map(|(hint, _)| hint).collect();
        assert_eq!(hints, [Hint::Identifies, Hint::FewWords, Hint::NoFigure]);
    }
}
