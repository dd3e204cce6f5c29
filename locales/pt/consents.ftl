## Consentimentos

consents-head = <b>Suas autorizações</b>
consent-stands = ✓ { $what } · dada em { $date } (versão { $version })
consent-not-given = ○ { $what } · não dada
button-consent-back = Retirar: { $what }
button-consent-show = Ler e decidir: { $what }
button-consent-yes = ✓ Autorizo
button-consent-no = ✗ Não autorizo
consent-given = ✓ Guardamos sua autorização: { $what }. Você pode vê-la e retirá-la quando quiser em /privacy.
consent-refused = Tudo bem: não autorizado. Nada mais muda, e você pode decidir outra coisa em /privacy.
consent-withdrawn = ✓ Retirada: { $what }. O que dependia dela foi encerrado.
consents-may-be-given = <b>Se quiser</b>, pode autorizar algo mais. Cada botão mostra primeiro o texto completo; não autorizar não tem custo.
consent-card-wanted = <b>Há um possível parceiro para o seu pedido <code>{ $number }</code>.</b> Para mostrar a ele sua ficha sem nome, falta sua autorização:
consent-card =
    <b>Mostrar minha ficha sem nome a possíveis parceiros em: { $country }</b>
    • <b>Para quê:</b> para que um possível parceiro diga se tem interesse
    • <b>Dados:</b> tipo e tamanho da sua organização, país, título, resumo, setores, estágio, proteção, cooperação e idiomas; nunca nome, contato ou arquivos
    • <b>Quem recebe:</b> só parceiros que a equipe escolhe um a um, no país indicado
    • <b>Prazo:</b> enquanto o pedido estiver aberto
consent-release =
    <b>Dar meu nome e meu contato a este parceiro</b>
    • <b>Para quê:</b> para que possam se escrever diretamente
    • <b>Dados:</b> só o nome e o contato acima, e o título do pedido
    • <b>Quem recebe:</b> só este parceiro, no país indicado, e só se ele também autorizar
    • <b>Prazo:</b> depois de entregues não podem ser recolhidos; até lá você pode retirar
consent-abroad =
    <b>Deixar a equipe do centro parceiro neste país ler meus dados: { $country }</b>
    • <b>Para quê:</b> tratar o seu pedido dos dois lados
    • <b>Dados:</b> seus pedidos, com nome e contato, e suas mensagens à equipe
    • <b>Quem recebe:</b> só a equipe desse centro parceiro; é uma transferência de dados a outro país
    • <b>Prazo:</b> enquanto o pedido estiver aberto e até 12 meses depois
consent-news =
    <b>Receber notícias e eventos por este chat</b>
    • <b>Para quê:</b> avisar de chamadas, visitas e seminários
    • <b>Dados:</b> o número do seu chat, seu idioma e seus setores
    • <b>Quem recebe:</b> só a equipe do centro
    • <b>Prazo:</b> até você retirar
consent-common =
    • <b>Responsável:</b> o centro de cooperação e inovação China-Chile; contato por /human
    • <b>Direitos:</b> /mydata, /forget, /privacy; você a retira com um toque em /privacy
    • Não autorizar não tem custo nem limita o resto
    • O Telegram é outra empresa, e conversas com bots não têm criptografia de ponta a ponta
consent-kind-request = Tratar meus pedidos
consent-kind-card = Mostrar minha ficha sem nome
consent-kind-release = Dar meu nome a um parceiro
consent-kind-abroad = Leitura pelo centro parceiro
consent-kind-news = Notícias e eventos
