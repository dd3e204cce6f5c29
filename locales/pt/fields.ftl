## Detalhes que podem ser acrescentados a um pedido

field-summary = Resumo
field-gist = Ideia em inglês
field-specifics = Requisitos ou vantagens
field-ptypes = Tipo de parceiro
field-role = Papel do parceiro
field-targets = Países procurados
field-career = Etapa da carreira
field-talent = Modalidade
field-period = Datas
field-weeks = Duração
field-funding = Financiamento
field-call = Edital
field-budget = Orçamento
field-keywords = Palavras-chave
field-until = Válido até
field-state = Situação

ask-summary =
    Resuma o pedido em poucas frases.
    É a primeira coisa que um possível parceiro lê. Se pular, usamos o começo da descrição.
ask-gist =
    Consegue dizer isso em inglês, em uma ou duas frases?
    Assim quem escreve em outros idiomas também encontra você. Se pular, a equipe pode escrever.
    <i>Exemplo: Low-cost moisture sensors for vineyards, seeking a field trial partner.</i>
ask-specifics-offers =
    Em que é melhor do que o que já existe? Prefira números a elogios.
    <i>Exemplo: gasta 70% menos água que a evaporação; testado por 8 meses em salmoura real</i>
ask-specifics-seeks =
    Que requisitos precisam ser atendidos?
    <i>Exemplo: vazão de 5 m³/h, norma ISO 9001, entrega antes de outubro</i>
ask-ptypes =
    Que tipo de parceiro serve?
    Escolha um ou mais e toque em “Pronto”. Se pular, serve qualquer um.
ask-role =
    O que o parceiro faria?
    <i>Exemplo: uma empresa que monte o protótipo e o teste conosco em campo</i>
ask-targets =
    Em que países você procura?
    Escolha um ou mais e toque em “Pronto”. Se pular, procuramos em todos, menos no seu.
ask-career = Para que etapa da carreira?
ask-talent = Em que modalidade?
ask-period =
    Entre que datas? Escolha, ou escreva o começo e o fim.
    <i>Exemplo: 03/2027 a 08/2027</i>
ask-weeks = Quanto tempo duraria?
ask-funding = Quem paga?
ask-call =
    A que edital você quer concorrer?
    Escreva o nome e, se souber, o prazo.
    <i>Exemplo: ANID-NSFC 2027, até 30/04/2027</i>
ask-budget =
    Qual é o orçamento, em dólares?
    Só a equipe vê.
ask-keywords =
    Palavras-chave, até cinco.
    <i>Exemplo: lítio, adsorventes, salmoura</i>
ask-until =
    Até quando o pedido vale? Escolha, ou escreva uma data.
    Se pular, vale seis meses ou até o fim do edital.

period = { $from } – { $until }
day = { $date }

career-student = Estudante
career-r1 = Doutorado em curso (R1)
career-r2 = Com doutorado (R2)
career-r3 = Pesquisa independente (R3)
career-r4 = Liderança científica (R4)
career-technician = Pessoal técnico

talent-job = Vaga de trabalho
talent-funding = Bolsa ou auxílio
talent-hosting = Estadia de pesquisa
talent-exchange = Intercâmbio
talent-training = Estágio ou capacitação

weeks-4 = Até um mês
weeks-13 = Uns 3 meses
weeks-26 = Uns 6 meses
weeks-52 = Um ano
weeks-104 = Dois anos ou mais

span-m3 = 3 meses
span-m6 = 6 meses
span-m12 = 12 meses

funding-own = Recursos próprios
funding-sought = Procura financiamento
funding-offered = Oferece financiamento
funding-call = Um edital

budget-under-10k = Menos de 10 mil
budget-10k-50k = 10 a 50 mil
budget-50k-250k = 50 a 250 mil
budget-over-250k = Mais de 250 mil
budget-undisclosed = Prefere não dizer

wrong-not-english = Isso não parece inglês. Escreva uma ou duas frases em inglês, ou pule este passo.
wrong-no-date = Não entendi as datas, ou elas já passaram. Escreva assim: 03/2027 a 08/2027.
wrong-keyword-too-long = Cada palavra-chave pode ter até { $most } caracteres. Separe-as com vírgulas.

choice-at-once = ⚡ { $label }
form-proposed = Pelo que você escreveu, pode ser um destes. Toque no que servir, ou veja todos.
button-add = ＋ { $field }
button-details = ＋ Acrescentar detalhes
button-fields = ← Voltar à revisão
button-clear = Remover

## Perguntas que melhoram um pedido

hints = 💡 <b>Para encontrar parceiros melhores</b> (se preferir, envie assim mesmo):
hint-line = • { $question }
hint-identifies = Parece haver um nome, contato, link ou patente em um texto. Dá para tirar? O pedido aparece sem identificar você.
hint-few-words = A descrição está curta. Pode contar que problema resolve e o que já foi feito?
hint-no-figure = Pode acrescentar um número ou um requisito concreto?
hint-title-repeats = O título repete a primeira frase. Ele pode dizer o essencial?
hint-vague-role = O que exatamente o parceiro faria?
hint-own-country = Você incluiu seu próprio país. Quer mesmo procurar lá também?
hint-no-gist = Pode acrescentar uma frase em inglês? Assim o pedido é encontrado também nos outros idiomas.

## Situação de um pedido

request-submitted = Enviado
request-needs-info = Faltam dados
request-open = Aberto
request-paused = Em pausa
request-expired = Vencido
request-fulfilled = Concluído
request-withdrawn = Retirado
request-rejected = Não aceito
request-archived = Arquivado
request-erased = Apagado

request-means-submitted = A equipe já recebeu; avisamos por aqui quando ela analisar.
request-means-needs-info = A equipe precisa de mais alguma coisa. Altere o pedido ou responda por aqui; sem resposta em 30 dias, ele é retirado.
request-means-open = A equipe aprovou e procura parceiros. Ninguém vê seu nome sem a sua autorização.
request-means-paused = Não se procuram parceiros até você reativar.
request-means-expired = O prazo acabou. Você pode renovar uma vez; se não, ele é arquivado em 90 dias.
request-means-fulfilled = Não se procuram mais parceiros. Se faltar algo, use /human
request-means-withdrawn = Não se procuram mais parceiros. Você pode pedir nova análise ou enviar outro.
request-means-rejected = Se você discorda ou pode melhorar o pedido, peça nova análise. Também pode perguntar com /human
request-means-archived = Está guardado e não muda mais. Você pode enviar outro quando quiser.
request-means-erased = Restam só o número e a situação.

request-reason = Motivo: { $reason }
request-holds-until = Válido até { $date }.
reason-owner = retirado por quem o enviou
reason-found = foi encontrado um parceiro
reason-elsewhere = foi encontrado um parceiro por outro caminho
reason-closed = a equipe encerrou o caso
reason-no-answer = 30 dias sem resposta
reason-scope = está fora do que o centro faz
reason-duplicate = já existe um pedido igual
reason-unclear = não está claro o que se oferece ou procura
reason-regulated = a lei deixa o assunto com outra autoridade
reason-expired = o prazo acabou

own-still = Sim, continua válido
own-pause = Pausar
own-resume = Reativar
own-renew = Renovar por 6 meses
own-appeal = Pedir nova análise
own-done = Já está resolvido
own-found = Sim, pelo centro
own-elsewhere = Por outro caminho

request-confirmed = ✓ Anotado: o pedido { $number } continua válido.
request-renewed-already = Esse pedido já foi renovado uma vez. Se precisar, envie um novo.
done-how =
    <b>Pedido { $number }: você encontrou um parceiro pelo centro?</b>
    Vamos parar de procurar outros.

remind-info =
    Ainda esperamos o que falta no pedido <code>{ $number }</code>.
    { $title }
    Altere o pedido ou responda por aqui.
remind-still-valid =
    O pedido <code>{ $number }</code> continua válido?
    { $title }
    Vale até { $date }.
remind-ending =
    O pedido <code>{ $number }</code> vence em { $date }.
    { $title }
remind-paused =
    O pedido <code>{ $number }</code> está em pausa há 30 dias. Vamos reativar?
    { $title }

## Decisões da equipe

decide-approve = ✓ Aprovar
decide-info = Pedir dados
decide-reject = Não aceitar
decide-scope = Fora do escopo
decide-unclear = Pouco claro
decide-duplicate = Duplicado
decide-regulated = Assunto regulado
decide-pause = Pausar
decide-resume = Reativar

flag-dual-use = duplo uso
flag-genetic = recursos genéticos
flag-health-data = dados de saúde
flag-important-data = dados importantes ou segredos de Estado

staff-flagged = ⚠ <b>Atenção: { $flags }.</b> Nunca é combinado automaticamente.
staff-mentioned = ⚠ Mencionado: { $flags }.
staff-request-moved = 💬 O pedido { $number } agora está: { $state }.
staff-request-gone = Esse pedido não existe mais.
staff-why-reject =
    <b>Por que o pedido { $number } não é aceito?</b>
    O parceiro verá o motivo e poderá pedir nova análise.
staff-decided = { $who }: pedido { $number } → <b>{ $state }</b>. O parceiro foi avisado.
staff-request-is = Nada mudou: o pedido { $number } está { $state }.

## Vários arquivos de uma vez

album-kept =
    { $count ->
        [0] Nenhum arquivo foi recebido.
        [one] ✓ Um arquivo recebido.
       *[other] ✓ { $count } arquivos recebidos.
    }
album-refused = Sem receber: { $count }. O máximo é { $most } por pedido e { $megabytes } MB cada, nestes formatos: { $kinds }.
