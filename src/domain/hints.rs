//! What would make a request find better counterparts: a few checks, each of which fails into one question. None of them
//! keeps anybody from sending.

use super::{Draft, Kind, Lang, Step, code_list, first_sentence};

/// Questions shown at once; more would be homework.
pub const MOST_HINTS: usize = 3;
/// Words of a description from which on a stranger can judge it.
const ENOUGH_WORDS: usize = 25;

code_list! {
    /// A question about a request, the most important first.
    Hint, "hint" {
        /// Something in a text that others will read tells who its owner is.
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
    let organisation = draft.organisation.as_deref().unwrap_or_default();
    let extra = &draft.extra;
    let texts = [
        (Step::Title, Some(title)),
        (Step::Description, Some(description)),
        (Step::Summary, extra.summary.as_deref()),
        (Step::Specifics, extra.specifics.as_deref()),
        (Step::PartnerRole, extra.partner_role.as_deref()),
        (Step::Gist, extra.gist_en.as_deref()),
    ];
    let telling = texts.into_iter().find(|(_, text)| text.is_some_and(|text| identifies(text, organisation)));
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

/// Whether a text tells who is behind it: an address, a page, a number, an account, a mark, a patent, the organisation itself.
#[must_use]
pub fn identifies(text: &str, organisation: &str) -> bool {
    let lower = text.to_lowercase();
    let organisation = organisation.trim().to_lowercase();
    let named = organisation.chars().count() >= 4 && lower.contains(&organisation);
    named
        || lower.contains(['®', '™'])
        || lower.contains("http:")
        || lower.contains("https:")
        || lower.split_whitespace().any(|word| is_address(word) || is_page(word))
        || longest_number(text) >= 9
        || has_patent(text)
}

fn is_address(word: &str) -> bool {
    let handle = word.starts_with('@') && word.chars().count() > 4;
    let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    handle || mail
}

fn is_page(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')', '/']);
    let ending = [".com", ".org", ".net", ".cl", ".cn", ".br", ".edu"].iter().any(|ending| word.ends_with(ending));
    word.starts_with("www.")
        || (ending && !word.contains('@') && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-'))
}

/// Digits that a telephone's owner would write one after the other, with blanks and dashes between.
fn longest_number(text: &str) -> usize {
    let (mut longest, mut now) = (0, 0);
    for c in text.chars() {
        match c {
            c if c.is_numeric() => now += 1,
            ' ' | '-' | '(' | ')' | '+' => {}
            _ => now = 0,
        }
        longest = longest.max(now);
    }
    longest
}

/// `CN112345678A`, `US 10123456`: an office's letters before at least six digits.
fn has_patent(text: &str) -> bool {
    ["CN", "US", "EP", "WO", "CL", "BR", "ZL", "JP", "KR"].iter().any(|office| {
        text.match_indices(office).any(|(at, _)| {
            let starts = text[..at].chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric());
            let digits =
                text[at + office.len()..].trim_start().chars().take_while(|c| c.is_ascii_digit() || *c == '/').count();
            starts && digits >= 6
        })
    })
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

    #[test]
    fn whoever_can_be_told_from_a_text_is_told_from_it() {
        for text in [
            "Escriba a ana@ejemplo.cl",
            "see www.example.com",
            "ver ejemplo.cl, por favor",
            "Llámenos al +56 9 1234 5678",
            "微信 @example2026",
            "Nuestro SuperFiltro® filtra",
            "protected by CN112345678A",
            "En la Universidad de Ejemplo tenemos",
        ] {
            assert!(identifies(text, "Universidad de ejemplo"), "{text}");
        }
        for text in ["80 % de 0,3 g/L en 12 meses", "planta de 10.000 m² y 5000 t", "EPS y PVC", "一年处理2000吨", ""]
        {
            assert!(!identifies(text, "Universidad de ejemplo"), "{text}");
            assert!(!identifies(text, ""), "{text}");
        }
    }
}
