## Índice
reindex-begun = Verificando o conteúdo e montando o novo índice. O resultado chega aqui.

## Perguntas sem resposta
gaps-none =
    { $days ->
        [one] Nenhuma pergunta sem resposta no último dia.
       *[other] Nenhuma pergunta sem resposta nos últimos { $days } dias.
    }
gaps-line = • { $asked } · { $language } · { $count }×
gaps =
    { $days ->
        [one] <b>Sem boa resposta no último dia</b>
       *[other] <b>Sem boa resposta nos últimos { $days } dias</b>
    }
    Perguntas sem resposta ou com 👎, as mais repetidas primeiro.

## Estado
health-entries =
    { $count ->
        [one] FAQ: { $count } resposta; com revisão vencida: { $past }
       *[other] FAQ: { $count } respostas; com revisão vencida: { $past }
    }
health-outbox = Envios: { $waiting } aguardando, { $parked } parados por erro
health-turns = Mensagens recebidas paradas por erro: { $parked }
health-leads = Casos na fila: { $waiting }

## Resultado do índice
reindex-done =
    <b>Índice atualizado</b>
    Novas: { $added } · alteradas: { $changed } · removidas: { $removed } · iguais: { $same }
    Avisos: { $warnings }
reindex-refused =
    { $count ->
        [one] <b>Índice não atualizado:</b> { $count } problema. O anterior continua em uso. Corrija e use /reindex
       *[other] <b>Índice não atualizado:</b> { $count } problemas. O anterior continua em uso. Corrija e use /reindex
    }
