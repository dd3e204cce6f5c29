## Tabelas para a equipe

export-which =
    <b>O que deseja exportar?</b>
    Também dá para escrever: <code>/export requests xlsx</code>. Nomes de organizações e contatos ficam de fora.
button-export-requests = Pedidos · { $format }
button-export-leads = Casos · { $format }
export-requests =
    { $count ->
        [one] Um pedido
       *[other] { $count } pedidos
    }, sem nomes nem contatos. Horários em UTC.
export-leads =
    { $count ->
        [one] Um caso
       *[other] { $count } casos
    }, sem nomes nem contatos. Horários em UTC.
export-in-group = Use /export no grupo da equipe: os arquivos ficam lá.
