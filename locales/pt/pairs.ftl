## Ficha sem nomes

blind-head = <b>Um possível parceiro para o seu pedido <code>{ $number }</code></b>
blind-head-by-hand = <b>O que pode ser mostrado, sem nomes</b>
blind-sample = 🧪 <b>Exemplo inventado.</b> Não há ninguém por trás; serve para mostrar como funciona.
field-partner = Tipo e tamanho
blind-summary =
    <b>Resumo ({ $language }):</b>
    <blockquote>{ $words }</blockquote>
blind-gist = <b>Em inglês:</b> { $words }
blind-period = <b>Datas:</b> { $from } – { $until }
blind-call = <b>Chamada:</b> { $words }
blind-why =
    <b>Por que combina</b>
    { $lines }
blind-check = <b>Vale conferir:</b> { $parts }
blind-unknown = <b>Não se sabe:</b> { $parts }
blind-masked = <i>{ $mark }: dado oculto até que os dois lados aceitem.</i>
blind-what-now = Tem interesse? Responder não mostra seu nome a ninguém. Você tem 14 dias.
button-card-accept = ✓ Tenho interesse
button-card-ask = ? Perguntar
button-card-decline = ✗ Não, obrigado

## O que cada lado responde

pair-yes = ✓ Anotado: você tem interesse. Agora depende da equipe e do outro lado; avisaremos por este chat.
pair-ask = O que quer saber antes de decidir? Escreva em uma mensagem, sem dados que o identifiquem. Para sair: /cancel
pair-question-passed = ✓ Sua pergunta está com a equipe. A ficha continua aberta: você pode aceitar ou recusar quando quiser.
pair-why-not = Por que não? Sua resposta é só para a equipe e melhora as próximas sugestões.
pair-declined = Anotado. Não vamos propor este parceiro de novo, a menos que a proposta dele mude.
pair-name-given = ✓ Guardamos sua autorização. Nada é enviado até que os dois lados autorizem e a equipe os apresente. Você pode retirá-la em /privacy.
pair-ended = Sobre o seu pedido <code>{ $number }</code>: o parceiro que mostramos não está mais disponível. Continuamos procurando outros.
pair-gone = Essa proposta não está mais disponível. Veja seus pedidos em /requests.
release-across = <b>Os dois lados querem se conhecer.</b> O outro lado está em { $country }.
release-given =
    Só isto seria entregue:
    <b>Nome:</b> { $name }
    <b>Contato:</b> { $contact }
button-release-name = ✓ Autorizo para este parceiro
button-keep-name = ✗ Não autorizo
introduced =
    🤝 <b>Apresentação</b>
    Os dois lados aceitaram e autorizaram o contato.

    <b>{ $name }</b>
    { $what }
    { $title }
    <b>Contato:</b> { $contact }

    Escrevam-se quando quiserem; a equipe do centro está à disposição em /human.
introduced-person = uma pessoa que age por conta própria
introduced-here = por este bot: escreva com /human e a equipe põe vocês em contato
pair-asked = Esta ficha espera sua resposta.
pair-accepted = Você já disse que tem interesse. Avisaremos por este chat.
pair-question = Sua pergunta está com a equipe.
pair-name-wanted = Falta sua autorização para dar seu nome.
pair-released = Você já autorizou. Falta a equipe apresentá-los; avisaremos por este chat.
pair-mutual = Os dois lados autorizaram. A equipe vai apresentá-los por este chat.
pair-over = Essa proposta não está mais aberta. Veja seus pedidos em /requests.
pair-introduced = Vocês já foram apresentados: o contato está mais acima neste chat.

## Equipe: parceiros

button-approve = ✓ Aprovar M{ $number }
button-dismiss = ✗ Descartar M{ $number }
button-answered = Pergunta respondida
button-hand-yes = ✓ Disse sim e autoriza dar o contato
button-hand-no = ✗ Disse não
button-introduce = 🤝 Apresentá-los
staff-read-across = 🔓 O centro parceiro também pode ler: { $country }
staff-read-here = 🔒 Não compartilhar com o centro parceiro: { $country }
staff-pair-gone = Não há um parceiro M{ $number } em aberto.
staff-pair-stands = M{ $number } está agora assim: <b>{ $state }</b>. Nada mudou.
staff-pair-offered = ✓ M{ $number }: o primeiro lado já tem a ficha sem nomes e 14 dias para responder.
staff-pair-offered-sample = ✓ M{ $number }: a ficha foi enviada marcada como exemplo. A organização é inventada: não será possível apresentar ninguém.
staff-pair-sample = 🧪 M{ $number } é um exemplo inventado: não há quem contatar e não pode ser apresentado.
staff-pair-waits = M{ $number } está aprovado. Falta um dos lados autorizar mostrar sua ficha; já foi perguntado e segue sozinho quando aceitar.
staff-pair-before = M{ $number } já foi oferecido com estes mesmos textos. Não se oferece duas vezes.
staff-pair-why = Por que M{ $number } é recusado?
staff-pair-dismissed = ✓ M{ $number } está encerrado.
staff-pair-accepted = ✓ M{ $number }: um lado disse que tem interesse.
staff-pair-declined = ✗ M{ $number }: um lado disse não. Motivo: { $why }.
staff-pair-ended = M{ $number } foi encerrado. Quem tinha visto a ficha recebeu um aviso neutro.
staff-pair-asked =
    💬 <b>Pergunta sobre M{ $number }</b>
    <blockquote>{ $words }</blockquote>
    Responda a esta mensagem, sem nomes do outro lado. Depois toque no botão e a ficha é mostrada de novo.
staff-pair-answered = ✓ M{ $number }: a ficha foi mostrada de novo.
staff-pair-by-hand =
    ☎ <b>M{ $number }: é preciso contatar { $who }</b>
    Não tem chat com o bot. O primeiro lado já aceitou.
staff-pair-by-hand-how = Mostre apenas o que está acima, sem o nome do outro lado, e anote a resposta:
staff-pair-hand-yes = ✓ M{ $number }: anotado. Agora se pede ao primeiro lado que autorize dar seu nome.
staff-pair-mutual = 🤝 <b>M{ $number }: os dois lados aceitaram e autorizaram dar seus nomes.</b> Ao apresentá-los, cada um recebe o nome e o contato do outro no mesmo momento.
staff-pair-introduced = ✓ M{ $number }: os dois lados receberam o contato do outro.
staff-introduce-how = Escreva o número do parceiro: <code>/introduce 5</code>. Se ele não tem chat, acrescente o contato que escolheu.
staff-introduce-contact = Falta o contato que o outro lado escolheu, porque não tem chat. Escreva: <code>{ $command }</code>

## Equipe: depois da apresentação

course-opened = 🤝 <b>M{ $number }: apresentados.</b> Até onde chegaram? Após 14 dias sem notícias, lembraremos.
course-moved = ✓ M{ $number }: <b>{ $course }</b> · 👤 { $who }
course-stands = M{ $number } está em <b>{ $course }</b>. Nada mudou.
course-none = M{ $number } ainda não foi apresentado.
course-which-agreement = O que foi acordado em M{ $number }?
course-why-none = Por que não houve acordo em M{ $number }?
course-silent = ⏳ <b>M{ $number }: 14 dias sem notícias.</b> Ficou como parado. Como está?
course-how-goes-it = 📅 M{ $number } · { $course }: como está? (pergunta { $time })
button-course-contacted = Em contato
button-course-meeting = Reunião
button-course-negotiating = Negociam
button-course-agreement = Acordo…
button-course-no-agreement = Sem acordo…

## Estados de um parceiro

match-state-suggested = sugerido
match-state-approved = aprovado, falta uma autorização
match-state-offered-first = com o primeiro lado
match-state-accepted-first = aceito pelo primeiro lado
match-state-offered-second = com o segundo lado
match-state-mutual = ambos autorizaram: falta apresentar
match-state-introduced = apresentados
match-state-question = com uma pergunta
match-state-declined = recusado
match-state-dismissed = descartado
match-state-lapsed = sem resposta a tempo
match-state-stale = não mais válido

## Motivos

end-not-relevant = Não é o que se procura
end-stage = O estágio não serve
end-conditions = As condições não servem
end-timing = Não é o momento
end-has-partner = Já tem parceiro
end-capacity = Sem capacidade
end-regulated = Matéria regulada
end-same-group = Mesmo grupo ou organização
end-sample = É um exemplo
end-keeps-name = Não quer dar o nome
end-other = Outro motivo

## Andamento de uma apresentação

course-assigned = apresentados
course-contacted = em contato
course-meeting = reunião
course-negotiating = negociam
course-agreement = acordo
course-no-agreement = sem acordo
course-stalled = parado
agreement-kind-mou = Memorando (MoU)
agreement-kind-nda = Confidencialidade (NDA)
agreement-kind-licence = Licença
agreement-kind-research = P&D conjunta
agreement-kind-supply = Compra ou fornecimento
agreement-kind-investment = Investimento
agreement-kind-exchange = Estadia ou intercâmbio
agreement-kind-other = Outro acordo
no-agreement-no-fit = Não combinavam
no-agreement-terms = Condições ou preço
no-agreement-funding = Falta de recursos
no-agreement-timing = Prazos
no-agreement-silence = Um lado parou de responder
no-agreement-elsewhere = Encontrou outro parceiro
no-agreement-other = Outro motivo
