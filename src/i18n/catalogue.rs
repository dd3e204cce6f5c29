//! The files of `locales/`, built in, so that the binary speaks wherever it runs.

use fluent_bundle::{FluentResource, concurrent::FluentBundle};

use crate::domain::Lang;

/// The files that each language has.
pub const FILES: [&str; 12] =
    ["common", "ask", "request", "fields", "staff", "desk", "admin", "export", "ops", "codes", "pairs", "consents"];

macro_rules! built_in {
    ($lang:literal) => {
        [
            include_str!(concat!("../../locales/", $lang, "/common.ftl")),
            include_str!(concat!("../../locales/", $lang, "/ask.ftl")),
            include_str!(concat!("../../locales/", $lang, "/request.ftl")),
            include_str!(concat!("../../locales/", $lang, "/fields.ftl")),
            include_str!(concat!("../../locales/", $lang, "/staff.ftl")),
            include_str!(concat!("../../locales/", $lang, "/desk.ftl")),
            include_str!(concat!("../../locales/", $lang, "/admin.ftl")),
            include_str!(concat!("../../locales/", $lang, "/export.ftl")),
            include_str!(concat!("../../locales/", $lang, "/ops.ftl")),
            include_str!(concat!("../../locales/", $lang, "/codes.ftl")),
            include_str!(concat!("../../locales/", $lang, "/pairs.ftl")),
            include_str!(concat!("../../locales/", $lang, "/consents.ftl")),
        ]
    };
}

/// The text of each of [`FILES`] in this language.
#[must_use]
pub fn sources(lang: Lang) -> [&'static str; FILES.len()] {
    match lang {
        Lang::Es => built_in!("es"),
        Lang::Zh => built_in!("zh"),
        Lang::En => built_in!("en"),
        Lang::Pt => built_in!("pt"),
    }
}

/// One language's catalogue.
pub(super) fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let tag = match lang {
        Lang::Es => "es-CL",
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
        Lang::Pt => "pt-BR",
    };
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a tag written here is well-formed")]);
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource = FluentResource::try_new(source.to_owned()).expect("the tests parse every built-in file");
        bundle.add_resource_overriding(resource);
    }
    bundle
}
