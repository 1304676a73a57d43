"""Who said what in Turkish, Arabic and Chinese, by where the verb stands; all cases are our own."""

from __future__ import annotations

import time

import pytest

from annotate.quote_documents import document
from rashomon.annotate.entities import find_mentions
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.annotate.speakers import resolve_speakers
from rashomon.languages import detect_language
from rashomon.types import Quote

#: A text, and kind, content, source and speaker of each quote in it.
Case = tuple[str, list[tuple[str, str, str | None, str | None]]]

TURKISH: list[Case] = [
    (
        'Sağlık Bakanı Ayşe Kaya, "Hastane gelecek ay açılacak" dedi.',
        [("direct", "Hastane gelecek ay açılacak", "Sağlık Bakanı Ayşe Kaya", "Ayşe Kaya")],
    ),
    (
        '"Köprü bizim için çok önemli" diyen Kaya, çalışmaların süreceğini söyledi.',
        [("direct", "Köprü bizim için çok önemli", "Kaya", "Kaya")],
    ),
    (
        "Ankara Valisi Mehmet Demir, olayla ilgili “Üç kişi yaralandı” ifadelerini kullandı.",
        [("direct", "Üç kişi yaralandı", "Ankara Valisi Mehmet Demir", "Mehmet Demir")],
    ),
    (
        "Kaya şunları söyledi: “Hiç kimse işini kaybetmeyecek.”",
        [("direct", "Hiç kimse işini kaybetmeyecek", "Kaya", "Kaya")],
    ),
    (
        "Görgü tanığı Ali Yılmaz, 'Büyük bir gürültü duyduk' diye konuştu.",
        [("direct", "Büyük bir gürültü duyduk", "Görgü tanığı Ali Yılmaz", "Ali Yılmaz")],
    ),
    (
        '"Bir daha böyle bir şey görmek istemiyorum." dedi.',
        [("direct", "Bir daha böyle bir şey görmek istemiyorum", None, None)],
    ),
    (
        "Toplantıda konuşan Demir, “Yardımlar yarın başlayacak” diye ekledi.",
        [("direct", "Yardımlar yarın başlayacak", "Demir", "Demir")],
    ),
    (
        "Belediye Başkanı Selin Arslan, köprünün haftaya kapatılacağını açıkladı.",
        [("indirect", "köprünün haftaya kapatılacağını", "Belediye Başkanı Selin Arslan", "Selin Arslan")],
    ),
    (
        '"Nereye gideceğiz?" diye sordu Fatma Şahin.',
        [("direct", "Nereye gideceğiz?", "Fatma Şahin", "Fatma Şahin")],
    ),
    (
        "Kaya, yaptığı açıklamada, “Tüm ekipler sahada” şeklinde konuştu.",
        [("direct", "Tüm ekipler sahada", "Kaya", "Kaya")],
    ),
    ('Demir: "Kimse aç kalmayacak"', [("direct", "Kimse aç kalmayacak", "Demir", "Demir")]),
    ('"Altın Ev" adlı film ödül kazandı.', []),
    (
        'Vali Yardımcısı Deniz Aksoy yaptığı konuşmada, "Karar yanlış" ifadesini kullandı. "Susmam" dedi.',
        [
            ("direct", "Karar yanlış", "Vali Yardımcısı Deniz Aksoy", "Deniz Aksoy"),
            ("direct", "Susmam", None, "Deniz Aksoy"),
        ],
    ),
    (
        '"Yangın söndürüldü." açıklamasını yapan Vali Demir, halka teşekkür etti.',
        [("direct", "Yangın söndürüldü", "Vali Demir", "Demir")],
    ),
    ('Kaya, kararın "tarihi bir hata" olduğunu söyledi.', [("mixed", "tarihi bir hata", "Kaya", "Kaya")]),
    (
        '"Bu köprü," dedi Kaya, "hepimizin köprüsü."',
        [("direct", "Bu köprü", "Kaya", "Kaya"), ("direct", "hepimizin köprüsü", "Kaya", "Kaya")],
    ),
    (
        '"Sular evin birinci katına kadar yükseldi" diye anlattı çiftçi Hasan Yıldız.',
        [("direct", "Sular evin birinci katına kadar yükseldi", "çiftçi Hasan Yıldız", "Hasan Yıldız")],
    ),
    (
        "Milli Eğitim Müdürü Leyla Güneş, okulların pazartesi açılacağını bildirdi.",
        [("indirect", "okulların pazartesi açılacağını", "Milli Eğitim Müdürü Leyla Güneş", "Leyla Güneş")],
    ),
    (
        "Şirketin genel müdürü Can Öztürk “Kimseyi işten çıkarmayacağız” dedi.",
        [("direct", "Kimseyi işten çıkarmayacağız", "Şirketin genel müdürü Can Öztürk", "Can Öztürk")],
    ),
    (
        "Öztürk sözlerini şöyle sürdürdü: “Üretim iki vardiya devam edecek.”",
        [("direct", "Üretim iki vardiya devam edecek", "Öztürk", "Öztürk")],
    ),
    ("«Biz buradayız» diyen Güneş, velilere seslendi.", [("direct", "Biz buradayız", "Güneş", "Güneş")]),
    (
        "Avukat Derya Polat, 'Müvekkilim suçsuz' ifadesini kullandı.",
        [("direct", "Müvekkilim suçsuz", "Avukat Derya Polat", "Derya Polat")],
    ),
    (
        "“Bu sabah saat beşte uyandık. Her yer sallanıyordu.” diyen esnaf Murat Tekin, sokakta kaldı.",
        [("direct", "Bu sabah saat beşte uyandık. Her yer sallanıyordu", "esnaf Murat Tekin", "Murat Tekin")],
    ),
    (
        'Muhalefet lideri Nihat Uslu, “Seçime hazırız” mesajını verdi. Uslu, "Halk seçecek" diye konuştu.',
        [
            ("direct", "Seçime hazırız", "Muhalefet lideri Nihat Uslu", "Nihat Uslu"),
            ("direct", "Halk seçecek", "Uslu", "Nihat Uslu"),
        ],
    ),
    ("Ona göre sorun “iletişim eksikliği”.", []),
    (
        "Vali Yardımcısı Ece Koç ise “Yollar akşama kadar açılacak” bilgisini paylaştı.",
        [("direct", "Yollar akşama kadar açılacak", "Vali Yardımcısı Ece Koç", "Ece Koç")],
    ),
    (
        'İçişleri Bakanı İsmail Işık, "İddialar asılsızdır" dedi.',
        [("direct", "İddialar asılsızdır", "İçişleri Bakanı İsmail Işık", "İsmail Işık")],
    ),
    ('"Umut Köprüsü" törenle açıldı.', []),
    (
        "Bakanlık, sosyal medya hesabından “Sınavlar ertelendi” açıklamasını yaptı.",
        [("direct", "Sınavlar ertelendi", "Bakanlık", "Bakanlık")],
    ),
    ("Komşusu, “Onu çok severdik” dedi.", [("direct", "Onu çok severdik", "Komşusu", "Komşusu")]),
    (
        "Konuşmasında ekonomiye de değinen Başkan Yavuz Er, “Enflasyon düşecek” dedi.",
        [("direct", "Enflasyon düşecek", "Başkan Yavuz Er", "Yavuz Er")],
    ),
    (
        'Şirketten yapılan açıklamada, "Üretim sürecek" denildi.',
        [("direct", "Üretim sürecek", "Şirketten", "Şirket")],
    ),
    (
        'İçişleri Bakanlığından yapılan açıklamada, "Aramalar sürüyor" ifadelerine yer verildi.',
        [("direct", "Aramalar sürüyor", "İçişleri Bakanlığından", "İçişleri Bakanlığı")],
    ),
    (
        "Kızılay'dan gelen açıklamada “Çadırlar yola çıktı” denildi.",
        [("direct", "Çadırlar yola çıktı", "Kızılay'dan", "Kızılay")],
    ),
    ('"Kaza saat beşte oldu" denildi.', [("direct", "Kaza saat beşte oldu", None, None)]),
]

ARABIC: list[Case] = [
    (
        'قال وزير الدفاع أحمد علي: "لن نتراجع عن موقفنا".',
        [("direct", "لن نتراجع عن موقفنا", "وزير الدفاع أحمد علي", "أحمد علي")],
    ),
    ("وأضاف أن الجسر سيعاد فتحه يوم الأحد.", [("indirect", "الجسر سيعاد فتحه يوم الأحد", None, None)]),
    ("وأضاف: «سنعمل ليل نهار».", [("direct", "سنعمل ليل نهار", None, None)]),
    (
        "قال وزير النقل سامي حداد إن الجسر مغلق. وأضاف: «سنعمل ليل نهار».",
        [
            ("indirect", "الجسر مغلق", "وزير النقل سامي حداد", "سامي حداد"),
            ("direct", "سنعمل ليل نهار", None, "سامي حداد"),
        ],
    ),
    (
        'وأكد المتحدث باسم الوزارة خالد سالم أن الاتفاق "خطوة مهمة" نحو السلام.',
        [("mixed", "خطوة مهمة", "المتحدث باسم الوزارة خالد سالم", "خالد سالم")],
    ),
    (
        '"لن نغادر بيوتنا"، قالت مريم نصر وهي تقف أمام منزلها.',
        [("direct", "لن نغادر بيوتنا", "مريم نصر", "مريم نصر")],
    ),
    (
        "وقالت وزارة الداخلية في بيان إن ثلاثة أشخاص أصيبوا.",
        [("indirect", "ثلاثة أشخاص أصيبوا", "وزارة الداخلية", "وزارة الداخلية")],
    ),
    (
        "وصرحت رئيسة البلدية ليلى حسن للصحفيين بأن المدرسة ستفتح غدا.",
        [("indirect", "المدرسة ستفتح غدا", "رئيسة البلدية ليلى حسن", "ليلى حسن")],
    ),
    ("وتابع: ”الوضع تحت السيطرة“.", [("direct", "الوضع تحت السيطرة", None, None)]),
    (
        "وقالت المتحدثة باسم الشرطة نادية يوسف: «أوقفنا ثلاثة مشتبه بهم»، مضيفة أن التحقيق مستمر.",
        [
            ("direct", "أوقفنا ثلاثة مشتبه بهم", "المتحدثة باسم الشرطة نادية يوسف", "نادية يوسف"),
            ("indirect", "التحقيق مستمر", "المتحدثة باسم الشرطة نادية يوسف", "نادية يوسف"),
        ],
    ),
    ('ونقلت وكالة الأنباء عن الوزير قوله: "الوضع مستقر".', [("direct", "الوضع مستقر", "الوزير", "الوزير")]),
    (
        'من جهته، قال رئيس الوزراء كريم منصور، في مؤتمر صحفي، إن الحكومة "لن تستقيل".',
        [("mixed", "لن تستقيل", "رئيس الوزراء كريم منصور", "كريم منصور")],
    ),
    (
        "وبحسب الوزارة، فإن عدد المصابين بلغ عشرة.",
        [("indirect", "عدد المصابين بلغ عشرة", "الوزارة", "الوزارة")],
    ),
    ("وأعلنت الشركة أنها ستغلق المصنع.", [("indirect", "أنها ستغلق المصنع", "الشركة", "الشركة")]),
    ('الوزير أحمد علي: "لن نتراجع"', [("direct", "لن نتراجع", "الوزير أحمد علي", "أحمد علي")]),
    (
        'قالت المعلمة هدى كامل: "التلاميذ ينتظرون كتبهم منذ شهر".',
        [("direct", "التلاميذ ينتظرون كتبهم منذ شهر", "المعلمة هدى كامل", "هدى كامل")],
    ),
    (
        "وأوضح مدير المستشفى سليم داود أن الأطباء عالجوا أربعين جريحا.",
        [("indirect", "الأطباء عالجوا أربعين جريحا", "مدير المستشفى سليم داود", "سليم داود")],
    ),
    ("وكشف مصدر أمني أن الشاحنة كانت فارغة.", [("indirect", "الشاحنة كانت فارغة", "مصدر أمني", "مصدر أمني")]),
    (
        "«سنعيد بناء القرية حجرا حجرا»، يقول المزارع يوسف بدر.",
        [("direct", "سنعيد بناء القرية حجرا حجرا", "المزارع يوسف بدر", "يوسف بدر")],
    ),
    (
        'وأشار الخبير الاقتصادي رامي عزيز إلى أن الأسعار "ستنخفض قريبا".',
        [("mixed", "ستنخفض قريبا", "الخبير الاقتصادي رامي عزيز", "رامي عزيز")],
    ),
    ("وشدد على أن بلاده «لن تقبل بأي شروط».", [("mixed", "لن تقبل بأي شروط", None, None)]),
    (
        "قال سامي حداد إن الجسر مغلق. وأضاف أن السيارات تسلك طريقا آخر.",
        [
            ("indirect", "الجسر مغلق", "سامي حداد", "سامي حداد"),
            ("indirect", "السيارات تسلك طريقا آخر", None, "سامي حداد"),
        ],
    ),
    (
        "وأكدت الحكومة أن الميزانية جاهزة. وقالت: «لن نرفع الضرائب».",
        [
            ("indirect", "الميزانية جاهزة", "الحكومة", "الحكومة"),
            ("direct", "لن نرفع الضرائب", None, "الحكومة"),
        ],
    ),
    (
        'وردا على سؤال، قال المحامي نبيل فارس: "موكلي بريء".',
        [("direct", "موكلي بريء", "المحامي نبيل فارس", "نبيل فارس")],
    ),
    (
        "وفي سياق متصل، أعلنت شركة الكهرباء أن التيار سيعود مساء اليوم.",
        [("indirect", "التيار سيعود مساء اليوم", "شركة الكهرباء", "شركة الكهرباء")],
    ),
    (
        "ونقلت صحيفة محلية عن الطبيب عماد رزق قوله: «الوضع خطير».",
        [("direct", "الوضع خطير", "الطبيب عماد رزق", "عماد رزق")],
    ),
    (
        'وقال الشاهد: "سمعت صوتا قويا ثم رأيت الدخان".',
        [("direct", "سمعت صوتا قويا ثم رأيت الدخان", "الشاهد", "الشاهد")],
    ),
    ('فاز فيلم "البيت القديم" بالجائزة.', []),
    ("وتساءل الكاتب: «من يدفع الثمن؟».", [("direct", "من يدفع الثمن؟", "الكاتب", "الكاتب")]),
    ("ورفض المتحدث التعليق على الخبر.", []),
    (
        "وقال الطبيب عماد رزق من مستشفى المدينة: «الوضع خطير»، قائلا إن الدواء نفد.",
        [
            ("direct", "الوضع خطير", "الطبيب عماد رزق من مستشفى المدينة", "عماد رزق"),
            ("indirect", "الدواء نفد", "الطبيب عماد رزق من مستشفى المدينة", "عماد رزق"),
        ],
    ),
    (
        "وأعلن هاني مراد رئيس النقابة أن الإضراب انتهى، لكنه قال: «لم ننس شيئا».",
        [
            ("indirect", "الإضراب انتهى", "هاني مراد رئيس النقابة", "هاني مراد"),
            ("direct", "لم ننس شيئا", None, "هاني مراد"),
        ],
    ),
    (
        "إلى ذلك، أكد سامي حداد، وهو مهندس في البلدية، أن الجسر آمن.",
        [("indirect", "الجسر آمن", "سامي حداد", "سامي حداد")],
    ),
]

CHINESE: list[Case] = [
    (
        "国防部长李明说：“我们不会放弃这座大桥。”",
        [("direct", "我们不会放弃这座大桥", "国防部长李明", "长李明")],
    ),
    ("“我们不会放弃这座大桥，”李明说。", [("direct", "我们不会放弃这座大桥", "李明", "李明")]),
    ("“我们不会放弃。”李明在记者会上说。", [("direct", "我们不会放弃", "李明", "李明")]),
    ("李明周三在北京表示，大桥将于明年重新开放。", [("indirect", "大桥将于明年重新开放", "李明", "李明")]),
    ("他补充说，“工人们每天工作十二个小时”。", [("direct", "工人们每天工作十二个小时", "他", None)]),
    (
        "“水位太高了，”当地居民王芳告诉记者，“我们一夜没睡。”",
        [
            ("direct", "水位太高了", "当地居民王芳", "王芳"),
            ("direct", "我们一夜没睡", "当地居民王芳", "王芳"),
        ],
    ),
    (
        "外交部发言人陈华指出：“这是双方共同努力的结果。”他强调，“谈判的大门始终敞开”。",
        [
            ("direct", "这是双方共同努力的结果", "外交部发言人陈华", "陈华"),
            ("direct", "谈判的大门始终敞开", "他", "陈华"),
        ],
    ),
    ("市長林志強說：「明天早上八點開放。」", [("direct", "明天早上八點開放", "市長林志強", "林志強")]),
    (
        "「這是『歷史性』的一天。」林志強在典禮上表示。",
        [("direct", "這是『歷史性』的一天", "林志強", "林志強")],
    ),
    ("总理约翰·贝克称这项协议是“重要的一步”。", [("mixed", "重要的一步", "总理约翰·贝克", "约翰·贝克")]),
    ("这本小说讲述了“黄金时代”的故事。", []),
    ("据新华社报道，大桥已经关闭。", [("indirect", "大桥已经关闭", "新华社", "新华社")]),
    ("警方表示，没有人员伤亡。", [("indirect", "没有人员伤亡", "警方", "警方")]),
    ('李明说"我们会回来的"。', [("direct", "我们会回来的", "李明", "李明")]),
    ("记者：“你害怕吗？”", [("direct", "你害怕吗？", "记者", "记者")]),
    (
        "日本首相山田一郎表示：“我们欢迎这一决定。”",
        [("direct", "我们欢迎这一决定", "日本首相山田一郎", "山田一郎")],
    ),
    ("以色列总理说：“我们将继续谈判。”", [("direct", "我们将继续谈判", "以色列总理", "以色列总理")]),
    ("5日，李明接受采访时表示：“一切正常。”", [("direct", "一切正常", "李明", "李明")]),
    (
        "会议结束后，李明对记者说：“我们谈得很好。”王芳则表示：“还需要时间。”",
        [("direct", "我们谈得很好", "李明", "李明"), ("direct", "还需要时间", "王芳", "王芳")],
    ),
    ("李明称，大桥“绝对安全”，不会倒塌。", [("mixed", "绝对安全", "李明", "李明")]),
    (
        "美国总统约翰·贝克说，“我们做到了。”\n\n“这是历史性的胜利，”他说。\n\n贝克还说，谈判将继续。",
        [
            ("direct", "我们做到了", "美国总统约翰·贝克", "约翰·贝克"),
            ("direct", "这是历史性的胜利", "他", "约翰·贝克"),
            ("indirect", "谈判将继续", "贝克", "贝克"),
        ],
    ),
    (
        "公司负责人孙丽在接受本报采访时坦言：“资金确实紧张。”孙丽指出，公司正在裁员。",
        [("direct", "资金确实紧张", "公司负责人孙丽", "孙丽"), ("indirect", "公司正在裁员", "孙丽", "孙丽")],
    ),
    ("“你们为什么不早点通知我们？”村民质问道。", [("direct", "你们为什么不早点通知我们？", "村民", "村民")]),
    ("对此，王教授认为，“价格还会上涨”。", [("direct", "价格还会上涨", "王教授", "王教授")]),
    (
        "“我们从来没有见过这么大的洪水。”七十岁的农民赵国强说。",
        [("direct", "我们从来没有见过这么大的洪水", "七十岁的农民赵国强", "赵国强")],
    ),
    ("县长何平称，重建工作将持续两年。", [("indirect", "重建工作将持续两年", "县长何平", "何平")]),
    ("财政部在声明中表示：“税率不会改变。”", [("direct", "税率不会改变", "财政部", "财政部")]),
    ("林女士哭着说：“我的房子没有了。”", [("direct", "我的房子没有了", "林女士", "林女士")]),
    ("她随后写道：“感谢每一位志愿者。”", [("direct", "感谢每一位志愿者", "她", None)]),
    ("「價格太高了。」陳先生抱怨道。", [("direct", "價格太高了", "陳先生", "陳先生")]),
    (
        "总统玛丽亚·科斯塔宣布：“选举将如期举行。”科斯塔没有透露日期。",
        [("direct", "选举将如期举行", "总统玛丽亚·科斯塔", "玛丽亚·科斯塔")],
    ),
    ("孙丽表示，公司“没有裁员计划”，但会减少加班。", [("mixed", "没有裁员计划", "孙丽", "孙丽")]),
    (
        "发言人周航告诉本报：“飞机已经安全降落。”\n\n“所有乘客都平安。”他补充说。",
        [("direct", "飞机已经安全降落", "发言人周航", "周航"), ("direct", "所有乘客都平安", "他", "周航")],
    ),
    ("他没有说明原因。", []),
    ("“黄金大道”今天通车。", []),
    (
        "法官问：“你认识他吗？”被告回答：“不认识。”",
        [("direct", "你认识他吗？", "法官", "法官"), ("direct", "不认识", "被告", "被告")],
    ),
    ("李明还指出，双方“在原则问题上没有分歧”。", [("mixed", "在原则问题上没有分歧", "李明", "李明")]),
    ("据警方介绍，三人受伤。", [("indirect", "三人受伤", "警方", "警方")]),
    (
        "对于质疑，校长吴天华回应称：“学校一直按规定办事。”",
        [("direct", "学校一直按规定办事", "校长吴天华", "吴天华")],
    ),
    (
        "张教授强调，“数据不会说谎”，并呼吁，“请相信科学”。",
        [("direct", "数据不会说谎", "张教授", "张教授"), ("direct", "请相信科学", "张教授", "张教授")],
    ),
    ('市政府发言人说，"大桥绝对安全"。', [("direct", "大桥绝对安全", "市政府发言人", "市政府发言人")]),
    ("72岁的迈克·汉森表示，“我很荣幸”。", [("direct", "我很荣幸", "72岁的迈克·汉森", "迈克·汉森")]),
    (
        "“这座桥属于每一个人，无论贫富老幼”李明说。",
        [("direct", "这座桥属于每一个人，无论贫富老幼", "李明", "李明")],
    ),
    ("陈华没有说“停工”。", []),
]

#: What the rules do not know yet.
FAILURES: list[tuple[str, Case]] = [
    (
        "tr",  # a clause made a noun, in marks as a whole
        (
            'Er, belediyenin "halkı yanlış bilgilendirdiğini" ifade etti.',
            [("mixed", "halkı yanlış bilgilendirdiğini", "Er", "Er")],
        ),
    ),
    (
        "tr",  # a verb of calling
        (
            'Polat, mahkeme kararını "hukuksuz bir karar" olarak nitelendirdi.',
            [("mixed", "hukuksuz bir karar", "Polat", "Polat")],
        ),
    ),
    (
        "ar",  # the name behind its role, between commas
        (
            "وقال رئيس البلدية، فؤاد نعيم، إن السوق سيفتح أبوابه يوم السبت.",
            [("indirect", "السوق سيفتح أبوابه يوم السبت", "رئيس البلدية، فؤاد نعيم", "فؤاد نعيم")],
        ),
    ),
    (
        "ar",  # the person told stands behind the subject without a mark
        (
            "أخبر وزير المالية الصحيفة أن الميزانية جاهزة.",
            [("indirect", "الميزانية جاهزة", "وزير المالية", "وزير المالية")],
        ),
    ),
    (
        "zh",  # a quotation without the comma before its cue, behind other words
        (
            "昨天，“这座桥属于每一个人”李明说。",
            [("direct", "这座桥属于每一个人", "李明", "李明")],
        ),
    ),
    (
        "zh",  # a clause without a comma
        ("李明说大桥明年开放。", [("indirect", "大桥明年开放", "李明", "李明")]),
    ),
]
CASES = [(code, case) for code, cases in (("tr", TURKISH), ("ar", ARABIC), ("zh", CHINESE)) for case in cases]


def read(text: str, language: str) -> tuple[Quote, ...]:
    doc = document(text, language)
    sentences = split_sentences(doc)
    quotes = resolve_speakers(doc, sentences, find_mentions(doc, sentences), find_quotes(doc, sentences))
    for quote in quotes:
        for span in (quote.content, quote.source, quote.cue):
            assert span is None or doc.text[span.start : span.end] == span.text
    return quotes


def told(text: str, language: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (q.kind, q.content.text, q.source.text if q.source else None, q.speaker) for q in read(text, language)
    ]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_who_said_what(language: str, case: Case) -> None:
    assert told(case[0], language) == case[1]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("language", "case"), FAILURES)
def test_known_failures(language: str, case: Case) -> None:
    assert told(case[0], language) == case[1]


@pytest.mark.parametrize(("language", "cases"), [("tr", TURKISH), ("ar", ARABIC), ("zh", CHINESE)])
def test_language_is_told_by_its_letters_and_words(language: str, cases: list[Case]) -> None:
    assert detect_language(" ".join(text for text, _ in cases)) == language


@pytest.mark.parametrize("language", ["tr", "ar", "zh"])
@pytest.mark.parametrize(
    "junk", ["“", "说", "“”说：", "قال ", "«»، ", 'dedi "', "、", "李明说“", "diye ", "（", ": "]
)
def test_junk_is_read_in_linear_time(language: str, junk: str) -> None:
    begin = time.process_time()
    read(junk * (60_000 // len(junk)), language)
    assert time.process_time() - begin < 5
