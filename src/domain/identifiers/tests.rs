//! The filter before a table of hostile texts and of harmless ones.

use super::*;

fn names() -> &'static Names {
    static NAMES: std::sync::LazyLock<Names> = std::sync::LazyLock::new(compiled);
    &NAMES
}

fn compiled() -> Names {
    Names::of(
        &[
            "Universidad de Antofagasta",
            "安托法加斯塔大学",
            "Minera Quebrada Honda SpA",
            "深圳市海川新材料科技有限公司",
            "Shenzhen Haichuan New Materials Technology Co., Ltd.",
            "Pontificia Universidad Católica de Valparaíso (PUCV)",
        ],
        "María Soto Rivas, msoto@example.cl, +56 9 8765 4321",
    )
}

/// What must not be read in the masked text, case and blanks aside.
fn leaks(text: &str, secret: &str) -> bool {
    let squeeze = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
    squeeze(&masked(text, names())).contains(&squeeze(secret))
}

/// A hostile text and the part of it that must be gone.
const HOSTILE: &[(&str, &str)] = &[
    // Mail, in four languages and many coats.
    ("Escríbame a ana.perez@uchile.cl por favor", "ana.perez"),
    ("Correo: ana @ uchile . cl", "uchile"),
    ("mi correo es ana (arroba) uchile (punto) cl", "uchile"),
    ("mi correo es ana arroba uchile punto cl", "uchile"),
    ("ana[at]uchile[dot]cl", "uchile"),
    ("write to john at example dot com today", "example"),
    ("邮箱：zhang.wei＠haichuan．com", "zhang"),
    ("我的邮箱是zhangwei艾特qq点com", "zhangwei"),
    ("a n a @ u c h i l e . c l", "uchile"),
    ("meu e-mail é joao@empresa.com.br", "joao"),
    ("аnа@uсhilе.сl (con letras cirílicas)", "@u"),
    ("ana\u{200b}@\u{200b}uchile\u{200b}.cl", "@"),
    ("contact me: jdoe@lab", "jdoe"),
    // Links.
    ("Vea https://www.ejemplo.cl/proyecto", "ejemplo"),
    ("más en www.quebradahonda.cl", "www"),
    ("nuestro sitio: ejemplo.cl/litio", "ejemplo.cl"),
    ("see bit.ly/3xYz and t.me/puente_lab", "t.me"),
    ("hxxp://evil.example.com", "evil"),
    ("网址：haichuan。com。cn", "haichuan"),
    ("visite ejemplo punto com", "ejemplo punto"),
    ("doi: 10.1016/j.hydromet.2020.105432", "hydromet"),
    // Telephones.
    ("Llámeme al +56 9 8765 4321", "8765"),
    ("fono 987654321", "987654321"),
    ("cel. 9 8765 4321", "8765"),
    ("teléfono (2) 2345 6789", "2345"),
    ("手机13800138000", "13800138000"),
    ("电话：138-0013-8000", "8000"),
    ("致电 0755-8888 6666", "8888"),
    ("请打一三八零零一三八零零零", "一三八零"),
    ("call +86 138 0013 8000", "0013"),
    ("ligue para (11) 98765-4321", "98765"),
    ("WhatsApp ５６９８７６５４３２１", "５６９"),
    ("5 6 9 8 7 6 5 4 3 2 1", "9 8 7"),
    ("nueve ocho siete seis cinco cuatro tres dos uno", "ocho siete"),
    ("phone: nine eight seven six five four three two one", "eight seven"),
    ("٠٩٨٧٦٥٤٣٢١", "٩٨٧"),
    // Accounts.
    ("síganos en @quebrada_honda", "@quebrada"),
    ("微信号：haichuan2026", "haichuan2026"),
    ("加我微信 hc_88888", "hc_88888"),
    ("WeChat ID: zhang-li88", "zhang-li88"),
    ("wx: haichuanlab", "haichuanlab"),
    ("VX：haichuan_88", "haichuan_88"),
    ("QQ: 123456789", "123456789"),
    ("QQ号12345678", "12345678"),
    ("Telegram: puentelab", "puentelab"),
    ("my telegram is puentelab", "puentelab"),
    ("Instagram usuario: mineraqh", "mineraqh"),
    ("微信同号 13800138000", "13800138000"),
    // Registers of people and companies.
    ("RUT 76.123.456-7", "76.123"),
    ("rut: 76123456-7", "76123456"),
    ("12.345.678-5 es el nuestro", "12.345.678"),
    ("nuestro 12345678-5", "12345678"),
    ("７６．１２３．４５６－７", "１２３"),
    ("统一社会信用代码：91440300MA5DA1X38K", "MA5DA"),
    ("9144 0300 MA5D A1X3 8K", "MA5D"),
    ("身份证 11010519491231002X", "19491231"),
    ("CNPJ 12.345.678/0001-95", "12.345.678"),
    ("CPF 123.456.789-09", "456.789"),
    // Patents.
    ("patente CL 2019003456", "2019003456"),
    ("CN112345678A", "112345678"),
    ("专利号：ZL 2020 1 0123456.7", "0123456"),
    ("已获专利号ZL 2020 1 0123456.7授权", "0123456"),
    ("与haichuan合作", "haichuan"),
    ("网址haichuan.cn欢迎访问", "haichuan"),
    ("请联系Dr. Li Ming洽谈", "ming"),
    ("US 10,123,456 B2", "123,456"),
    ("WO 2020/123456", "123456"),
    ("PCT/CL2020/050123", "050123"),
    ("patente de invención N° 61.234", "61.234"),
    ("申请号202010123456.7", "202010123456"),
    ("EP 1 234 567 B1", "234 567"),
    // The own name, in any spelling.
    ("La Universidad de Antofagasta ofrece", "antofagasta"),
    ("University of Antofagasta offers", "antofagasta"),
    ("Antofagasta University", "antofagasta"),
    ("U. de Antofagasta", "antofagasta"),
    ("安托法加斯塔大学的团队", "安托法加斯塔大学"),
    ("安托 法加 斯塔 大学", "安托 法加"),
    ("En Quebrada Honda tenemos", "quebrada"),
    ("QUEBRADA-HONDA", "honda"),
    ("QuebradaHonda procesa", "honda"),
    ("Q u e b r a d a H o n d a", "honda"),
    ("Quеbrаdа Hоndа (cirílico)", "hоndа"),
    ("海川新材料拥有中试线", "海川"),
    ("海 川 的技术", "海 川"),
    ("深圳市海川新材料科技有限公司", "海川"),
    ("Haichuan New Materials", "haichuan"),
    ("Haichuan makes adsorbents", "haichuan"),
    ("由PUCV提供", "pucv"),
    ("la PUCV tiene un laboratorio", "pucv"),
    // People.
    ("contactar a la Dra. Ana Pérez", "pérez"),
    ("María Soto Rivas dirige el grupo", "soto"),
    ("张伟教授团队", "张伟"),
    ("Prof. Li Ming leads it", "ming"),
];

/// Texts in which nothing may be touched.
const HARMLESS: &[&str] = &[
    "Buscamos tecnología de extracción directa de litio con recuperación mayor a 80 % y bajo consumo de agua.",
    "Planta piloto de 10 toneladas al año, relación Mg/Li de 6 a 8 y 900 mg/L de litio.",
    "TRL 4–5; presupuesto de 1.200.000 dólares en 24 meses.",
    "US$ 12,500,000 over 36 months, 3.500 kWh/m² per year.",
    "Ley 21.719, Ley N° 19.628 y Decreto 148 de 2003.",
    "Según ISO 9001, ISO 14001:2015 y NCh 409/1.",
    "符合 GB/T 19001-2016 和 GB 5749-2022 标准。",
    "Fórmulas: Li2CO3, LiFePO4, CO₂, H2SO4 al 98 %, Fe2(SO4)3.",
    "CAS 7439-93-2 y 1310-73-2; pureza 99,95 %.",
    "Entre 2020-2024 y 2026 publicamos 45 artículos.",
    "Del 2026-03-01 al 2027-02-28, 52 semanas.",
    "Membranas de 0.85-0.92 µm a 25 °C y 5 bar.",
    "Presión 1013-1025 hPa, altitud 2.300-4.500 msnm.",
    "Necesitamos 20 patentes vigentes o en trámite en 2025.",
    "We hold 3 granted patents and seek a licence in 2027.",
    "团队有12名研究人员，2023年发表论文45篇。",
    "处理能力为每天5立方米，回收率85%以上。",
    "锂离子电池正极材料，比容量 180 mAh/g，循环 2000 次。",
    "Empresas de la región de Antofagasta y de Chile pueden participar.",
    "Queremos exportar arándanos y cerezas a China: 3.000 toneladas.",
    "Temperatura de transición Tg: 120 °C; Vx = 1500 m/s.",
    "Integración con WeChat Mini Programs y pagos en línea.",
    "支持微信小程序和支付宝。",
    "Oferecemos estágio de 6 meses com bolsa de R$ 2.500 por mês.",
    "A sensibilidade é de 10^6 células/mL, n = 1.250.",
    "pH 6.5-7.5; 0,3 g/L; 10⁶ UFC/mL; λ = 632.8 nm.",
    "The Node.js service runs at 25 °C @ 5 bar.",
    "Ph.D. in materials, e.g. polymers, i.e. S.A. or Co. Ltd. forms.",
    "Consulta CL-2026-00042-7 de la semana pasada.",
    "一、二、三期工程分别于2021年、2022年和2023年完成。",
    "uno, dos o tres socios; cuatro ensayos en cinco meses",
    "Series de 10 20 30 40 50 mg por dosis.",
    "Ensayos a 100 200 300 400 rpm y 1000-2000 mg/L.",
    "Del 12 de marzo al 30 de junio, 16:00–18:00 hrs.",
    "Shenzhen y Dongguan quedan en Guangdong; new materials technology.",
    "能耗低于3.5 kWh/m³，年产量1200吨，TRL 6-8。",
    "Serie LiNi0.8Co0.1Mn0.1O2 y C6H12O6; 25 mL/min; 4°C.",
    "Una tasa de 3,5 UF y 19 % de IVA, artículo 59 de la LIR.",
    "3.1416159265 es un número; 1e-6 también.",
];

#[test]
fn every_hostile_text_loses_what_identifies() {
    let leaked: Vec<String> = HOSTILE
        .iter()
        .filter(|(text, secret)| leaks(text, secret))
        .map(|(text, _)| format!("{text}  →  {}", masked(text, names())))
        .collect();
    assert!(HOSTILE.len() >= 60 && leaked.is_empty(), "{}", leaked.join("\n"));
}

#[test]
fn harmless_texts_are_not_touched() {
    let mangled: Vec<String> = HARMLESS
        .iter()
        .filter(|text| masked(text, names()) != **text)
        .map(|text| format!("{text}  →  {}", masked(text, names())))
        .collect();
    assert!(mangled.is_empty(), "{}", mangled.join("\n"));
}

#[test]
fn what_is_left_reads_on() {
    let text = "Somos la Universidad de Antofagasta (ana@uchile.cl, +56 9 8765 4321) y buscamos litio.";
    assert_eq!(masked(text, names()), "Somos la ▇▇▇ (▇▇▇, ▇▇▇) y buscamos litio.");
    assert_eq!(masked("", names()), "");
}

#[test]
fn a_shared_term_that_is_a_name_is_not_told() {
    assert!(!is_harmless("quebrada", names()) && !is_harmless("海川", names()));
    assert!(is_harmless("litio", names()) && is_harmless("salmuera", names()));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_fall_and_masking_twice_changes_nothing(text in "\\PC{0,80}") {
        let once = masked(&text, names());
        proptest::prop_assert_eq!(masked(&once, names()), once);
    }
}
