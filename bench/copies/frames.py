"""One form with other contents, in five languages: what a few words tell apart, and what outlets do to a true copy of it.

Of each form a stream has six texts, no two of which have the same in any <slot>; they are no copies of each other. Each is
printed again by others, with slips of the pen, read from paper, in another house's style or cut: those are copies of it.
"""
import random
import re

LANGUAGES = ("en", "de", "es", "fr", "zh")

POOLS = {
    "en": {
        "team": "Brackley,Orsworth,Tennet,Calder Vale,Wickmere,Shelford,Pennock,Dunmarsh",
        "name": "Agnes Tolliver,Raymond Achebe,Sunita Prasad,Gareth Mostyn,Lena Brandvold,Oscar Wetherby,Yusuf Karim,Holly Fenn",
        "place": "Ashcombe,Little Marle,Torrside,Penhallow,Kirkness,Upper Stowe,Rothley,Burnt Mill",
        "day": "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
        "num": "two,three,four,five,six,seven,eight,nine",
        "thing": "timber,oranges,furniture,gravel,milk,paint,potatoes,glass",
    },
    "de": {
        "team": "Altenbruch,Weidach,Sandmoor,Rotkirchen,Hohenfeld,Birkenau,Seelitz,Grünwerder",
        "name": "Gerda Lohmann,Detlef Pries,Ayla Yilmaz,Konrad Ebeling,Ruth Sander,Jochen Wiebe,Milena Hartung,Arno Keil",
        "place": "Lindenrode,Oberstadt,Neumühl,Kaltenbach,Fischhausen,Bergheide,Tannroda,Wiesental",
        "day": "Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag",
        "num": "zwei,drei,vier,fünf,sechs,sieben,acht,neun",
        "thing": "Bretter,Apfelsinen,Möbel,Kies,Milch,Farbe,Kartoffeln,Ziegel",
    },
    "es": {
        "team": "Robledal,Valdeoca,Montesur,La Cañada,Peñarrubia,Altamar,Fuenteluz,Torrecilla",
        "name": "Amparo Quiroga,Julián Besteiro,Fátima Lozano,Ramiro Echevarría,Nieves Pardo,Ulises Marín,Greta Solís,Tadeo Roca",
        "place": "Villaseca,Puerto Hondo,Las Lomas,Arroyofrío,Cerro Gris,Campolargo,Miralrío,Santa Brena",
        "day": "lunes,martes,miércoles,jueves,viernes,sábado,domingo",
        "num": "dos,tres,cuatro,cinco,seis,siete,ocho,nueve",
        "thing": "madera,naranjas,muebles,grava,leche,pintura,patatas,vidrio",
    },
    "fr": {
        "team": "Clairvaux,Montrelle,Saint-Aubert,Rivebelle,Les Ormes,Vauxmont,Brécy,Portelune",
        "name": "Odile Marchal,Bastien Roux,Samia Belkacem,Hugues Tessier,Colette Fabre,Loïc Kermadec,Irène Vasseur,Théo Lambert",
        "place": "Grandpré,Belleroche,Port-Salin,Valcourt,Neuvy,Hautefort,Marsanne,Pierrelée",
        "day": "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
        "num": "deux,trois,quatre,cinq,six,sept,huit,neuf",
        "thing": "planches,oranges,meubles,gravier,lait,peinture,betteraves,verre",
    },
    "zh": {
        "team": "北岭,东湖,青山,白沙,南川,金桥,云溪,海宁",
        "name": "王秀兰,李建国,陈小燕,赵德明,周慧敏,吴天佑,郑雅文,孙立群",
        "place": "河口镇,东平县,石桥村,新安区,柳林镇,长丰县,古塔区,双井村",
        "day": "星期一,星期二,星期三,星期四,星期五,星期六,星期日",
        "num": "二,三,四,五,六,七,八,九",
        "thing": "木材,橙子,家具,沙石,牛奶,油漆,土豆,玻璃",
    },
}

# A form for each half of the twin. <x> is one of a pool, <x:1> another of the same pool, <a|b|c> one of these.
FORMS = {
    "match": {
        "en": [
            "<team> came from behind to draw level with <team:1> on <day> evening in front of a small crowd, and both sides had to be"
            " content with a point. The hosts looked tired after the break, while the guests hit the post in the last minute."
            " The referee added a long spell of extra time because of two injuries. <team> travel next week, and <team:1> have a rest.",
            "A late header was enough for <team> to win at <team:1> in a game that never caught fire. Rain had made the pitch heavy, and"
            " neither keeper had much to do before the interval. <name>, who came off the bench, was mobbed by his team mates in front of"
            " the away end. The manager of the losing side spoke of a lack of luck and of courage.",
        ],
        "de": [
            "<team> hat sich am <day> gegen <team:1> mit viel Mühe einen Punkt erkämpft. Lange sah es nach einer Niederlage aus, doch kurz"
            " vor dem Ende fiel nach einer Ecke noch der Ausgleich. Der Trainer lobte die Haltung seiner Mannschaft und kündigte an, an der"
            " Abwehr zu arbeiten. Für <team:1> war es das dritte Unentschieden in Folge.",
            "Mit einem knappen Sieg bei <team:1> hat <team> den Anschluss an die Spitze gehalten. Das Tor des Tages schoss <name> nach einem"
            " schnellen Gegenstoß. Die Zuschauer sahen eine zerfahrene Begegnung mit vielen Fouls und wenigen Höhepunkten. Nach der Pause"
            " drängten die Gastgeber, fanden aber keine Lücke in der gut gestaffelten Abwehr.",
        ],
        "es": [
            "<team> rescató un empate ante <team:1> el <day> por la noche en un estadio casi vacío. Los locales dominaron la primera mitad"
            " sin encontrar el camino del gol, y los visitantes se adelantaron en su única llegada clara. Un disparo lejano en el descuento"
            " devolvió la calma a la grada. El entrenador pidió paciencia a la afición y más acierto a sus delanteros.",
            "Un gol de cabeza de <name> dio la victoria a <team> en el campo de <team:1>, en una tarde fría y de poco fútbol. El césped,"
            " castigado por la lluvia, no ayudó a ninguno de los dos equipos. Los anfitriones reclamaron un penalti en la última jugada, pero"
            " el árbitro dejó seguir. El técnico visitante celebró el orden de los suyos.",
        ],
        "fr": [
            "<team> a arraché le match nul face à <team:1> <day> soir devant un public clairsemé. Longtemps dominés, les locaux ont égalisé"
            " dans les arrêts de jeu sur un corner mal repoussé. L'entraîneur a salué la force morale de son groupe tout en regrettant un"
            " manque de précision devant le but. Les visiteurs, eux, restent invaincus depuis le début de l'automne.",
            "Grâce à une tête de <name>, <team> s'est imposé sur la pelouse de <team:1> au terme d'une rencontre sans éclat. La pluie avait"
            " rendu le terrain lourd et les occasions ont été rares avant la pause. Les hôtes ont poussé jusqu'au bout sans trouver la faille."
            " Le gardien, décisif sur sa ligne, a été porté en triomphe par ses coéquipiers.",
        ],
        "zh": [
            "在<day>晚间进行的一场联赛中，<team>队在主场与<team:1>队战成平局。主队上半场占据优势，但多次射门都被门将扑出。客队利用一次反击先进一球，"
            "主队在补时阶段才将比分扳平。主教练赛后表示，球队的斗志值得肯定，但进攻的效率还需要提高。",
            "凭借<name>的头球，<team>队在客场战胜了<team:1>队。雨后的场地十分湿滑，双方在上半场都没有创造出太好的机会。下半场主队加强了进攻，"
            "却始终无法攻破对手严密的防线。客队主帅说，这场胜利来之不易，队员们执行了赛前的安排。",
        ],
    },
    "obituary": {
        "en": [
            "It is with great sadness that we tell of the death of <name>, who left us in the early hours of <day> after a short illness."
            " A kind neighbour and a patient teacher, our dear friend will be missed by all who came through the door of the bakery."
            " The burial is private; a gathering to remember will follow in the spring in <place>.",
            "The family of <name> would like to thank everyone for the cards, the flowers and the many kind words of the past weeks. Special"
            " thanks go to the nurses of the ward in <place> and to the choir, whose singing was a comfort to all. A mass will be said"
            " next month, to which friends and old colleagues are warmly invited.",
        ],
        "de": [
            "In Liebe und Dankbarkeit nehmen wir Abschied von <name>, unserem guten Menschen, der am <day> nach langer Krankheit friedlich"
            " eingeschlafen ist. Die Trauerfeier findet im engsten Kreis in der Kapelle von <place> statt. Von Blumen bitten wir abzusehen;"
            " wer mag, denke an die Hospizarbeit. Wir danken den Pflegerinnen für ihre Geduld und Wärme.",
            "Für die vielen Zeichen der Anteilnahme beim Heimgang von <name> sagen wir von Herzen Dank. Die Worte des Pfarrers, die Lieder des"
            " Chors und die stille Hilfe der Nachbarn in <place> haben uns getragen. Das Gedenken begehen wir im Frühjahr in der alten Kirche,"
            " wozu Freunde und Weggefährten eingeladen sind.",
        ],
        "es": [
            "Con profundo dolor comunicamos el fallecimiento de <name>, que nos dejó en la madrugada del <day> rodeado del cariño de los"
            " suyos. Vecino querido y amigo leal, dedicó su vida a la enseñanza y al coro de la parroquia. La misa de despedida se celebrará en"
            " la iglesia de <place>. La familia ruega no enviar flores y agradece el trato del hospital.",
            "La familia de <name> agradece de todo corazón las muestras de afecto recibidas en estos días tan tristes. Un recuerdo especial para"
            " las enfermeras de la planta y para los vecinos de <place>, que no nos dejaron solos. La misa de aniversario tendrá lugar en"
            " primavera, y a ella quedan invitados cuantos quieran acompañarnos.",
        ],
        "fr": [
            "C'est avec une immense tristesse que nous vous faisons part du décès de <name>, survenu <day> à l'aube après une courte maladie."
            " Voisin généreux et pédagogue patient, il laisse un grand vide dans notre quartier. Les obsèques auront lieu dans l'intimité en"
            " l'église de <place>. La famille remercie par avance toutes les personnes qui s'associeront à sa peine.",
            "La famille de <name>, très touchée par vos marques de sympathie, vous remercie du fond du cœur. Elle garde une pensée particulière"
            " pour les infirmières du service et pour les voisins de <place>, dont la présence fut un réconfort. Une messe sera dite au"
            " printemps, à laquelle les amis et les anciens collègues sont conviés.",
        ],
        "zh": [
            "我们怀着沉痛的心情告知亲友，<name>因病医治无效，于<day>凌晨安详离世。逝者一生勤恳待人宽厚，深受邻里和学生的敬重。告别仪式将在<place>"
            "殡仪馆举行，家属恳请免送花圈，并向医院的护理人员表示衷心的感谢。",
            "<name>的家属谨向连日来前来吊唁和致电慰问的各界友人表示诚挚的谢意。特别感谢<place>医院的医护人员以及街坊邻居的无私帮助，是大家的关心陪伴我们"
            "度过了最艰难的日子。追思会将于明年春天举行，欢迎老同事和朋友们前来参加。",
        ],
    },
    "horoscope": {
        "en": [
            "The stars advise patience in the days ahead. Early on <an old flame|a distant cousin|a stranger|a former teacher|a rival|a child>"
            " may surprise you, and later <a bill|an invitation|a parcel|a promise|a journey|a debt> calls for a clear head. At work it pays to"
            " listen before you answer. Eat well, sleep enough and leave big plans for after the full moon.",
            "A gentle wind is behind you this month. What you began in winter starts to bear fruit, above all where <love|work|money|health|"
            "friendship|travel> is concerned. Be careful with words on the eleventh, when <your partner|your mother|your landlord|an editor|a"
            " clerk|the neighbours> may take them the wrong way. The weekend is made for long walks.",
        ],
        "de": [
            "Die Sterne raten in den kommenden Tagen zur Ruhe. Zunächst überrascht Sie <eine alte Liebe|ein Vetter|ein Fremder|Ihr Vermieter|ein"
            " Lehrer|ein Kind>, später verlangt <eine Rechnung|eine Einladung|ein Päckchen|ein Versprechen|eine Reise|ein Streit> einen klaren"
            " Kopf. Hören Sie im Büro erst zu, bevor Sie antworten. Große Pläne warten besser bis nach dem Vollmond.",
            "Ein sanfter Wind trägt Sie durch den Monat. Was Sie im Winter begonnen haben, zahlt sich nun aus, vor allem in Dingen der <Liebe|"
            "Arbeit|Gesundheit|Freundschaft|Familie|Finanzen>. Wählen Sie Ihre Worte mit Bedacht, denn <die Nachbarin|der Chef|die Mutter|ein"
            " Kollege|der Hausmeister|die Schwester> könnte sie missverstehen. Am Wochenende tut frische Luft gut.",
        ],
        "es": [
            "Los astros aconsejan paciencia en los próximos días. Primero te sorprenderá <un viejo amor|una prima lejana|un desconocido|tu antigua"
            " maestra|un rival|una niña>, y después <una factura|una invitación|un paquete|una promesa|un viaje|una deuda> te pedirá la cabeza"
            " fría. En el trabajo conviene escuchar antes de responder. Come bien y deja los grandes planes para la luna llena.",
            "Un viento suave te acompaña este mes. Lo que empezaste en invierno da ahora sus frutos, sobre todo en asuntos de <amor|dinero|salud|"
            "amistad|familia|estudios>. Cuida tus palabras, porque <tu pareja|tu madre|el casero|una clienta|el vecino|tu hermana> podría"
            " entenderlas mal. El fin de semana pide paseos largos y poca pantalla.",
        ],
        "fr": [
            "Les astres conseillent la patience ces prochains jours. D'abord <un ancien amour|une cousine|un inconnu|votre ancien professeur|un"
            " rival|un enfant> vous surprendra, puis <une facture|une invitation|un colis|une promesse|un voyage|une dette> exigera de garder la"
            " tête froide. Au bureau, mieux vaut écouter avant de répondre. Gardez vos grands projets pour la pleine lune.",
            "Un vent favorable vous porte ce mois-ci. Ce que vous avez entrepris cet hiver porte ses fruits, surtout côté <cœur|argent|santé|"
            "amitié|famille|carrière>. Pesez vos mots, car <votre conjoint|votre mère|le propriétaire|une cliente|le voisin|votre sœur> pourrait"
            " mal les comprendre. Le week-end s'annonce idéal pour de longues promenades au grand air.",
        ],
        "zh": [
            "星象提醒你这几天要沉住气。先是<旧日恋人|远房亲戚|一位陌生人|以前的老师|竞争对手|一个孩子>会给你带来意外，随后<一张账单|一份邀请|一个包裹|一句承诺|一次旅行"
            "|一笔欠款>需要你冷静处理。在工作中先听后说更有好处。注意饮食和睡眠，重大计划最好等到满月之后再作决定。",
            "这个月你会得到一阵顺风。冬天开始的事情渐渐有了结果，尤其是在<爱情|事业|财富|健康|友谊|学业>方面。说话要留心，因为<你的伴侣|你的母亲|房东|一位客户|隔壁邻居"
            "|你的姐姐>可能会误会你的意思。周末适合到郊外散步，放下手机，好好休息。",
        ],
    },
    "words": {
        "en": [
            "Bathers at <place> can count on water of <num:1> and twenty degrees today, the lake patrol said. The wind comes from the land at force"
            " <num>, and the red flag stays down. Parents should keep an eye on small children near the old jetty. The kiosk opens at"
            " <num:2> and closes when the sun is gone.",
            "Pollen is high in the hills this week, the allergy service said, at level <num> out of ten for birch and level <num:1> for grass. People"
            " who suffer should keep the windows shut until the evening and wash their hair before bed. Showers in the second half of the week"
            " may bring the count down by <num:2> points.",
        ],
        "de": [
            "Die Wasserwacht meldet für den Badesee bei <place> heute <num>undzwanzig Grad. Der Wind weht mit Stärke <num:1> vom Land, die"
            " rote Fahne bleibt unten. Eltern sollten ihre Kinder am alten Steg im Auge behalten. Der Kiosk öffnet um <num:2> Uhr und schließt,"
            " wenn die Sonne untergeht.",
            "Der Pollenflug ist in dieser Woche stark: Stufe <num> von zehn bei Birke und Stufe <num:1> bei Gräsern, wie der Dienst mitteilt."
            " Wer darunter leidet, hält die Fenster bis zum Abend geschlossen und wäscht sich vor dem Schlafen die Haare. Schauer könnten die"
            " Belastung in <num:2> Tagen senken.",
        ],
        "es": [
            "La playa de <place> amanece con el agua a veinte y <num> grados, según el servicio de socorro. El viento sopla de tierra con fuerza"
            " <num:1> y la bandera roja no se izará. Los padres deben vigilar a los pequeños cerca del viejo muelle. El quiosco abre a las"
            " <num:2> y cierra cuando se pone el sol.",
            "El polen está alto esta semana, con un nivel de <num> sobre diez para el olivo y de <num:1> para las gramíneas, informó el servicio de"
            " alergias. Quienes lo padecen deben cerrar las ventanas hasta la noche y lavarse el pelo antes de dormir. Las lluvias podrían"
            " aliviar la situación dentro de <num:2> días.",
        ],
        "fr": [
            "À la plage de <place>, l'eau affiche vingt-<num> degrés ce matin, selon les secouristes. Le vent souffle de la terre avec une"
            " force de <num:1> et le drapeau rouge reste baissé. Les parents doivent surveiller les petits près de l'ancien ponton. La buvette"
            " ouvre à <num:2> heures et ferme au coucher du soleil.",
            "Le pollen est élevé cette semaine, au niveau <num> sur dix pour le bouleau et <num:1> pour les graminées, indique le service des"
            " allergies. Les personnes sensibles doivent garder les fenêtres fermées jusqu'au soir et se laver les cheveux avant de dormir. Des"
            " averses pourraient alléger l'air dans <num:2> jours.",
        ],
        "zh": [
            "据<place>救生站通报，今天湖水温度为二十<num>度，风力<num:1>级，红旗不会升起。家长在旧码头附近要看好年幼的孩子，下水前请先热身。小卖部上午<num:2>点开门，"
            "日落以后关门，停车场对游客免费开放。",
            "过敏监测站表示，本周花粉浓度偏高，桦树为<num>级，禾草为<num:1>级。容易过敏的市民傍晚之前应关好门窗，睡前洗净头发，外出时戴上口罩。预计<num:2>天之后的降雨会让"
            "空气变得清新，届时可以放心开窗。",
        ],
    },
    "nextday": {
        "en": [
            "<day> starts grey with drizzle along the coast, before the cloud breaks and it turns <mild|chilly|muggy|frosty|breezy|foggy>. Highs near"
            " <digit>. The night stays dry with a few clear spells inland. Drivers should allow more time on the hill roads.",
            "Outlook for <day>: a band of <sleet|thunder|haze|hail|mist|showers> moves in from the sea and clears by dusk. It will feel like <digit>"
            " degrees in the valleys. Winds ease overnight, and the morning after begins with a little sun.",
        ],
        "de": [
            "Der <day> beginnt grau mit Nieselregen an der Küste, dann reißen die Wolken auf, und es wird <mild|kühl|schwül|frostig|windig|neblig>."
            " Höchstwerte um <digit> Grad. Die Nacht bleibt trocken mit einzelnen klaren Abschnitten im Binnenland. Autofahrer sollten mehr"
            " Zeit einplanen.",
            "Aussichten für <day>: Von der See her zieht ein Band mit <Graupel|Gewittern|Dunst|Hagel|Nebel|Schauern> auf, das bis zum Abend abzieht."
            " Gefühlt sind es in den Tälern <digit> Grad. In der Nacht lässt der Wind nach, und der nächste Morgen beginnt freundlich.",
        ],
        "es": [
            "El <day> empieza gris, con llovizna en la costa, hasta que se abren las nubes y el día se vuelve <templado|fresco|bochornoso|helado|"
            "ventoso|brumoso>. Máximas cercanas a <digit> grados. La noche será seca, con algunos claros en el interior. Conviene salir con"
            " tiempo en las carreteras de montaña.",
            "Previsión para el <day>: una banda de <aguanieve|tormentas|calima|granizo|niebla|chubascos> entra desde el mar y se retira al anochecer."
            " La sensación será de <digit> grados en los valles. El viento amaina de madrugada y la mañana siguiente amanecerá con algo de sol.",
        ],
        "fr": [
            "La journée de <day> débute dans la grisaille avec du crachin sur la côte, puis le ciel se dégage et le temps devient <doux|frais|lourd|"
            "glacial|venteux|brumeux>. Maximales proches de <digit> degrés. La nuit reste sèche avec quelques éclaircies dans les terres. Prudence"
            " sur les routes de montagne.",
            "Prévisions pour <day> : une bande de <neige fondue|orages|brume|grêle|brouillard|averses> arrive par la mer et s'évacue au crépuscule."
            " Le ressenti sera de <digit> degrés dans les vallées. Le vent faiblit la nuit, et le matin suivant commence sous un peu de soleil.",
        ],
        "zh": [
            "<day>沿海地区早间有毛毛雨，随后云层散开，天气转为<温和|凉爽|闷热|霜冻|大风|多雾>，最高气温在<digit>度上下。夜间内陆地区晴到多云，没有降水，山区道路湿滑，"
            "驾车出行请预留足够的时间。",
            "<day>天气展望：一股带来<雨夹雪|雷暴|霾|冰雹|浓雾|阵雨>的云系由海上移入，傍晚前后离开本地。山谷地区体感温度约<digit>度，夜里风力减弱，次日清晨可以见到一些阳光。",
        ],
    },
    "verdict": {
        "en": [
            "Judges at the county court ruled on <day> that the contractor <was|was not> to blame for the collapse of the footbridge in <place>."
            " The hearing had lasted three weeks and heard more than forty witnesses. Families of the injured waited outside in the rain."
            " Lawyers for both sides said that they would read the judgment before they took any further step.",
            "Members of the rail union have <voted to accept|voted not to accept> the pay offer of the operator, its secretary said after the count."
            " Turnout was higher than in any ballot since the war. The company had called the offer its last. Commuters have had to put up with"
            " crowded trains and gaps in the timetable all through the autumn.",
        ],
        "de": [
            "Das Landgericht hat am <day> entschieden, dass die Baufirma für den Einsturz der Fußgängerbrücke in <place> <haftet|nicht haftet>."
            " Die Verhandlung hatte drei Wochen gedauert, mehr als vierzig Zeugen waren geladen. Angehörige der Verletzten warteten im Regen vor"
            " dem Gebäude. Die Anwälte beider Seiten wollen zunächst die Begründung lesen.",
            "Die Mitglieder der Bahngewerkschaft haben das Angebot des Betreibers <angenommen|nicht angenommen>, wie ihr Sekretär nach der"
            " Auszählung mitteilte. Die Beteiligung war höher als bei jeder Abstimmung seit dem Krieg. Das Unternehmen hatte von seinem letzten"
            " Wort gesprochen. Pendler mussten im Herbst mit vollen Zügen leben.",
        ],
        "es": [
            "El tribunal provincial dictaminó el <day> que la constructora <es responsable|no es responsable> del derrumbe de la pasarela de <place>."
            " La vista duró tres semanas y oyó a más de cuarenta testigos. Los familiares de los heridos aguardaron bajo la lluvia. Los abogados de"
            " ambas partes anunciaron que leerán la sentencia antes de dar otro paso.",
            "Los afiliados del sindicato ferroviario <han aceptado|no han aceptado> la oferta salarial de la empresa, informó su secretaria tras el"
            " recuento. La participación fue la más alta desde la guerra. La compañía había dicho que era su última propuesta. Los viajeros"
            " soportan trenes llenos y huecos en el horario desde el otoño.",
        ],
        "fr": [
            "Le tribunal a jugé <day> que l'entreprise <est responsable|n'est pas responsable> de l'effondrement de la passerelle de <place>."
            " L'audience avait duré trois semaines et réuni plus de quarante témoins. Les familles des blessés attendaient sous la pluie devant le"
            " palais. Les avocats des deux parties entendent lire le jugement avant toute autre démarche.",
            "Les adhérents du syndicat des cheminots <ont accepté|n'ont pas accepté> l'offre salariale de l'exploitant, a indiqué sa secrétaire après"
            " le dépouillement. La participation a été la plus forte depuis la guerre. La direction parlait de sa dernière proposition. Les usagers"
            " subissent des trains bondés depuis l'automne.",
        ],
        "zh": [
            "地方法院<day>作出判决，认定建筑公司对<place>人行桥的坍塌<负有责任|不负有责任>。庭审持续了数周，先后有数十名证人出庭作证。伤者家属冒雨在法院门外等候消息。"
            "双方律师都表示，将在仔细阅读判决书之后再决定下一步的行动。",
            "铁路工会秘书长在计票结束后宣布，会员们<接受了|没有接受>公司提出的工资方案。这次投票的参与率是战后以来最高的一次。公司此前曾表示，这已经是最后的方案。"
            "整个秋天，乘客不得不忍受拥挤的列车和不断调整的时刻表。",
        ],
    },
    "brief": {
        "en": [
            "A barge carrying <thing> ran aground below the weir at <place> during the night; nobody was hurt, and the river stays closed to traffic.",
            "Thieves broke into a depot near <place> at the weekend and made off with a trailer full of <thing>, the police said.",
        ],
        "de": [
            "Ein Lastkahn mit <thing> ist in der Nacht unterhalb des Wehrs bei <place> auf Grund gelaufen; verletzt wurde niemand, der Fluss bleibt"
            " gesperrt.",
            "Unbekannte sind am Wochenende in ein Lager bei <place> eingedrungen und mit einem Anhänger voller <thing> verschwunden, wie die"
            " Polizei mitteilte.",
        ],
        "es": [
            "Una barcaza cargada de <thing> encalló anoche aguas abajo de la presa de <place>; no hubo heridos y el río sigue cerrado al tráfico.",
            "Unos ladrones entraron el fin de semana en un almacén cerca de <place> y se llevaron un remolque lleno de <thing>, informó la policía.",
        ],
        "fr": [
            "Une péniche chargée de <thing> s'est échouée dans la nuit en aval du barrage de <place> ; personne n'a été blessé et le fleuve reste"
            " fermé à la navigation.",
            "Des voleurs se sont introduits ce week-end dans un dépôt près de <place> et ont emporté une remorque remplie de <thing>, selon la police.",
        ],
        "zh": [
            "一艘装载<thing>的驳船昨夜在<place>水坝下游搁浅，没有人员受伤，河道目前仍然禁止通行。",
            "警方通报，几名窃贼周末闯入<place>附近的一处仓库，用拖车运走了满满一车<thing>，案件正在调查之中。",
        ],
    },
    "figures": {
        "en": [
            "The county will spend <num> million crowns on new lifts for its hospitals, the committee for health agreed. Tenders go out in"
            " the autumn, and the first lift should run within <num:1> years. Patients have complained for a long time about delays between"
            " the wards. The opposition welcomed the plan but called it late.",
            "Beekeepers lost <num> out of ten colonies over the winter, their association found in a survey of <num:1> hundred members. Damp and mites"
            " were named most often as the cause. The state is asked to help with the purchase of young swarms. Orchards near the river"
            " depend on the insects in spring.",
        ],
        "de": [
            "Der Landkreis gibt <num> Millionen Kronen für neue Aufzüge in seinen Krankenhäusern aus, wie der Ausschuss für Gesundheit beschloss."
            " Die Ausschreibung folgt im Herbst, der erste Aufzug soll in <num:1> Jahren fahren. Patienten klagen seit langem über Wartezeiten"
            " zwischen den Stationen. Die Opposition begrüßte den Plan.",
            "Imker haben im Winter <num> von zehn Völkern verloren, ergab eine Umfrage ihres Verbandes unter <num:1>hundert Mitgliedern. Als Ursache"
            " wurden vor allem Nässe und Milben genannt. Das Land soll beim Kauf junger Schwärme helfen. Die Obsthöfe am Fluss sind im Frühling"
            " auf die Tiere angewiesen.",
        ],
        "es": [
            "La provincia gastará <num> millones de coronas en ascensores nuevos para sus hospitales, acordó la comisión de salud. El concurso"
            " saldrá en otoño y el primer ascensor funcionará dentro de <num:1> años. Los pacientes se quejan desde hace tiempo de las demoras entre"
            " plantas. La oposición celebró el plan, aunque lo tachó de tardío.",
            "Los apicultores perdieron <num> de cada diez colmenas durante el invierno, según una encuesta de su asociación entre <num:1> mil socios."
            " La humedad y los ácaros fueron las causas más citadas. Se pide ayuda al Estado para comprar enjambres jóvenes. Los huertos de la"
            " ribera dependen de los insectos en primavera.",
        ],
        "fr": [
            "Le département consacrera <num> millions de couronnes à de nouveaux ascenseurs dans ses hôpitaux, a décidé la commission de la santé."
            " L'appel d'offres partira à l'automne et le premier ascenseur fonctionnera dans <num:1> ans. Les patients se plaignent depuis longtemps"
            " des attentes entre les services. L'opposition juge le plan tardif.",
            "Les apiculteurs ont perdu <num> colonies sur dix pendant l'hiver, selon une enquête de leur syndicat auprès de <num:1> cents adhérents."
            " L'humidité et les acariens sont les causes les plus citées. L'État est prié d'aider à l'achat de jeunes essaims. Les vergers de la"
            " vallée dépendent de ces insectes au printemps.",
        ],
        "zh": [
            "县卫生委员会决定，投入<num>百万元为各医院更换电梯。招标工作将于秋季展开，首部电梯预计<num:1>年之内投入使用。病人长期以来一直抱怨各病区之间的等候时间过长。"
            "反对派对这一计划表示欢迎，但认为来得太晚。",
            "养蜂协会对<num:1>百名会员的调查显示，去年冬天每十箱蜂群就损失了<num>箱。潮湿和螨虫被认为是主要原因。协会请求政府在购买新蜂群方面给予补助。"
            "河岸一带的果园在春季离不开这些昆虫传粉。",
        ],
    },
}

STYLES = {
    "en": [("said", "told reporters"), (r"\btwo\b", "2"), (r"\bthree\b", "3"), (r"\bfour\b", "4"), (r"\bsix\b", "6"), ("neighbour", "neighbor"),
           ("more than", "over"), (r"\bwould like to\b", "want to"), (r"\bSaturday\b", "Sat."), ("because of", "owing to")],
    "de": [("wie der Dienst mitteilt", "so der Dienst"), (r"\bzwei\b", "2"), (r"\bdrei\b", "3"), (r"\bvier\b", "4"), ("ß", "ss"),
           ("mehr als", "über"), ("mitteilte", "sagte"), (r"\bSamstag\b", "Sonnabend"), ("ä", "ae")],
    "es": [("informó", "señaló"), (r"\bdos\b", "2"), (r"\btres\b", "3"), (r"\bcuatro\b", "4"), ("más de", "unos"), ("á", "a"), ("é", "e"),
           ("según", "de acuerdo con"), ("anunciaron", "dijeron")],
    "fr": [("a indiqué", "a déclaré"), (r"\bdeux\b", "2"), (r"\btrois\b", "3"), (r"\bquatre\b", "4"), ("plus de", "environ"), ("œ", "oe"), ("É", "E"),
           ("selon", "d'après"), (" ;", ";"), (" :", ":")],
    "zh": [("表示", "说"), ("，", ","), ("二十", "20"), ("县", "縣"), ("宣布", "宣告"), ("预计", "估计"), ("目前", "现在")],
}
DATELINES = {"en": "{p}, {n} March (United Wires) - ", "de": "{p} (uw) – ", "es": "{p}, {n} mar (United Wires).- ", "fr": "{p}, le {n} mars (UW) — ",
             "zh": "联合社{p}{n}日电 "}
CREDITS = {"en": "Reporting by the staff of United Wires", "de": "Mit Material von United Wires", "es": "Con información de United Wires",
           "fr": "Avec United Wires", "zh": "（据联合社报道）"}
LOOKS_LIKE = {"zh": [("己", "已"), ("未", "末"), ("大", "太"), ("人", "入"), ("日", "曰"), ("的", "白勺"), ("开", "幵"), ("士", "土"), ("间", "问"), ("是", "昰")]}
LATIN = [("rn", "m"), ("l", "1"), ("e", "c"), ("h", "b"), ("o", "0"), ("m", "rn"), ("i", "í"), ("u", "ii"), ("cl", "d")]


def fills(rng, language, form, count=6):
    """Texts of one form, no two with the same in a slot; a slot of two gives two."""
    slots = sorted(set(re.findall(r"<([^<>]+)>", form)))
    pools, values = {}, {}
    for slot in slots:
        name = slot.split(":")[0]
        if "|" in slot:
            values[slot] = rng.sample(slot.split("|"), len(slot.split("|")))
        elif name == "digit":
            values[slot] = [str(n) for n in rng.sample(range(4, 31), 8)]
        else:
            # <team> and <team:1> never have the same in one text: the pool is dealt in another turn.
            if name not in pools:
                words = POOLS[language][name].split(",")
                pools[name] = rng.sample(words, len(words))
            turn = int(slot.split(":")[1]) if ":" in slot else 0
            values[slot] = pools[name][turn * 2:] + pools[name][:turn * 2]
    binary = any(len(v) == 2 for v in values.values())
    if binary:
        # What differs is the outcome, and nothing else.
        for slot in slots:
            if len(values[slot]) != 2:
                values[slot] = values[slot][:1] * 2
    return [re.sub(r"<([^<>]+)>", lambda m: values[m[1]][number], form) for number in range(2 if binary else count)]


def slips(rng, language, text):
    """A slip of the pen or two: a letter lost, doubled, exchanged or hit beside."""
    parts = list(text) if language == "zh" else text.split(" ")
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(parts))
        word = parts[at]
        if language == "zh":
            parts[at] = rng.choice(["", word + word, word])
        elif len(word) > 4 and word.isalpha():
            i = rng.randrange(1, len(word) - 2)
            parts[at] = rng.choice([word[:i] + word[i + 1:], word[:i] + word[i] + word[i:], word[:i] + word[i + 1] + word[i] + word[i + 2:],
                                    word[:i] + rng.choice("aeinrst") + word[i + 1:]])
    return ("" if language == "zh" else " ").join(parts)


def scanned(rng, language, text):
    """As read from paper by a machine."""
    for one, other in rng.sample(LOOKS_LIKE.get(language, LATIN), 3):
        places = [m.start() for m in re.finditer(re.escape(one), text)]
        for place in sorted(rng.sample(places, min(len(places), 1)), reverse=True):
            text = text[:place] + other + text[place + len(one):]
    return text


def styled(rng, language, text):
    for one, other in STYLES[language]:
        if rng.random() < 0.7:
            text = re.sub(one, other, text)
    return text


def credited(rng, language, text):
    """With a dateline, a credit and another house's quotation marks."""
    place = rng.choice(POOLS[language]["place"].split(","))
    text = DATELINES[language].format(p=place.upper(), n=rng.randrange(1, 29)) + text
    return text + ("\n\n" + CREDITS[language] if rng.random() < 0.5 else "")


def cut(rng, language, text):
    """Without the last sentence, or with a line to the rest."""
    ends = [m.end() for m in re.finditer(r"[.。]", text)]
    return text[:ends[-2]] if len(ends) > 2 else text + ("……" if language == "zh" else " [...]")


COPIES = {"slips": slips, "scanned": scanned, "styled": styled, "credited": credited, "cut": cut}


def publish(stream, half):
    """Six texts of each form with two copies each, and stories of two days with the same background."""
    rng = stream.rng
    for kind, forms in FORMS.items():
        for language in LANGUAGES:
            for form in forms[language] if half is None else [forms[language][half]]:
                one_form(stream, kind, language, form)
    for language in LANGUAGES:
        follow_up(stream, language, half)


def one_form(stream, kind, language, form):
    rng = stream.rng
    home = rng.choice(stream.outlets)
    day = stream.when()
    for number, text in enumerate(fills(rng, language, form)):
        cluster = stream.cluster()
        at = stream.after(day, rng.uniform(0, 30))
        outlet = home if rng.random() < 0.5 else rng.choice(stream.outlets)
        stream.publish(cluster, "neg_frame_%s_%s" % (kind, language), outlet, text[:30], [text], at)
        for name in rng.sample(list(COPIES), 2):
            other = rng.choice([each for each in stream.outlets if each is not outlet])
            copy = COPIES[name](rng, language, text)
            stream.publish(cluster, "frame_%s_%s" % (name, language), other, copy[:30], copy.split("\n\n"),
                           stream.after(at, rng.uniform(0.1, 20)))


def follow_up(stream, language, half):
    """The news of two days: the second has other news on top, and below it the half of the first as background."""
    rng = stream.rng
    sentences = []
    for forms in FORMS.values():
        for number, form in enumerate(forms[language]):
            # Of the other half, whose forms are not in this stream: there no text is a part of another.
            if number != (half or 0):
                sentences += re.split(r"(?<=[.。]) ?", rng.choice(fills(rng, language, form)))
    sentences = [each for each in sentences if each]
    rng.shuffle(sentences)
    third = len(sentences) // 3
    news, background, later = sentences[:third], sentences[third:2 * third], sentences[2 * third:3 * third]
    join = "" if language == "zh" else " "
    outlet, at = rng.choice(stream.outlets), stream.when()
    for hours, top in ((0, news), (rng.uniform(16, 40), later)):
        paragraphs = [join.join(part[i:i + 2]) for part in (top, background) for i in range(0, len(part), 2)]
        stream.publish(stream.cluster(), "neg_frame_followup_" + language, outlet, top[0][:30], paragraphs, stream.after(at, hours))
