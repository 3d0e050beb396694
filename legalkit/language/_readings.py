"""How letters, digits, symbols, units and foreign words are read aloud in Korean: data alone, for a reader to review.

Every entry gives the reading in Hangul, or two with ``|`` between where both are heard; only the last syllable matters.
Read with :mod:`legalkit.language.sounds`.
"""

from ._hangul import Sound


def _table(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


DIGITS = _table("0=영 1=일 2=이 3=삼 4=사 5=오 6=육 7=칠 8=팔 9=구")

ENGLISH_DIGITS = _table("0=제로 1=원 2=투 3=쓰리 4=포 5=파이브 6=식스 7=세븐 8=에이트 9=나인")

PLACES = {1: "십", 2: "백", 3: "천", 4: "만", 8: "억", 12: "조", 16: "경", 20: "해"}
"""Trailing zeros → the place that is read last; above ten thousand every fourth place has a word."""

LETTERS = _table(
    "a=에이 b=비 c=씨 d=디 e=이 f=에프 g=지 h=에이치 i=아이 j=제이 k=케이 l=엘 m=엠 n=엔 o=오 p=피 q=큐 r=알 s=에스 "
    "t=티 u=유 v=브이 w=더블유 x=엑스 y=와이 z=제트"
)

SYMBOLS = _table("%=퍼센트 ‰=퍼밀 °=도 +=플러스 #=샵 &=앤드 $=달러 ₩=원 €=유로 £=파운드 ¥=엔")

CURRENCIES = _table("$=달러 ₩=원 €=유로 £=파운드 ¥=엔 KRW=원 USD=달러 EUR=유로 GBP=파운드 JPY=엔 CNY=위안")
"""Read after the amount although written before it."""

UNITS = _table(
    "km/h=킬로미터 m/s=미터 km=킬로미터 m=미터 cm=센티미터 mm=밀리미터 nm=나노미터 in=인치 ft=피트 yd=야드 mi=마일 "
    "ha=헥타르 kg=킬로그램 g=그램 mg=밀리그램 t=톤 lb=파운드 lbs=파운드 oz=온스 L=리터 l=리터 mL=밀리리터 "
    "ml=밀리리터 cc=시시 kl=킬로리터 dl=데시리터 B=바이트 KB=킬로바이트 kB=킬로바이트 MB=메가바이트 GB=기가바이트 "
    "TB=테라바이트 PB=페타바이트 h=시간 hr=시간 hrs=시간 min=분 mins=분 s=초 sec=초 ms=밀리초 Hz=헤르츠 "
    "kHz=킬로헤르츠 MHz=메가헤르츠 GHz=기가헤르츠 W=와트 kW=킬로와트 kWh=킬로와트시 V=볼트 mA=밀리암페어 "
    "mAh=밀리암페어시 px=픽셀 pt=포인트 dB=데시벨 cal=칼로리 kcal=킬로칼로리 ppm=피피엠 st=스트 nd=세컨드 rd=서드 "
    "th=스"
)
"""Read so after a number; those without a vowel letter also alone."""

ENDINGS = _table(
    "com=컴 net=넷 org=오알지 kr=케이알 jp=제이피 uk=유케이 us=유에스 io=아이오 ai=에이아이 me=미 tv=티브이 to=투 "
    "eu=이유 app=앱 dev=데브 info=인포 edu=에듀 gov=거브 biz=비즈 shop=숍 site=사이트 link=링크 live=라이브 "
    "club=클럽 jpg=제이피지 jpeg=제이펙|제이페그 png=피엔지 gif=지아이에프 heic=에이치이아이씨 webp=웹피 webm=웹엠 "
    "bmp=비엠피 tiff=티프 pdf=피디에프 doc=독|디오씨 docx=독엑스 hwp=에이치더블유피 xls=엑스엘에스 "
    "xlsx=엑스엘에스엑스 txt=텍스트 zip=집 exe=이엑스이 mov=엠오브이 avi=에이브이아이 wav=웨이브 eml=이엠엘 "
    "json=제이슨 ics=아이씨에스 ogg=오지지 aac=에이에이씨 flac=플락 log=로그 html=에이치티엠엘 mp3=엠피쓰리 "
    "mp4=엠피포 m4a=엠포에이 7z=세븐지"
)
"""Read so after a dot: ends of domain names and of file names."""

WORDS = _table(
    # platforms, services, devices
    "facebook=페이스북 youtube=유튜브 instagram=인스타그램 telegram=텔레그램 whatsapp=왓츠앱 kakaotalk=카카오톡 "
    "kakao=카카오 discord=디스코드 twitter=트위터 tiktok=틱톡 google=구글 naver=네이버 line=라인 wechat=위챗 "
    "snapchat=스냅챗 reddit=레딧 pornhub=폰허브 deepseek=딥시크 afreecatv=아프리카티브이 soop=숲 chzzk=치지직 "
    "wifi=와이파이 "
    # words and ends of compound names whose spelling misleads
    "deep=딥 sleep=슬립 jeep=지프 loop=루프 group=그룹 soup=수프 tweet=트윗 meet=미트 sweet=스위트 street=스트리트 "
    "out=아웃 about=어바웃 logout=로그아웃 scout=스카우트 root=루트 foot=풋 week=위크 greek=그릭 set=세트 hit=히트 "
    "york=욕 good=굿 bag=백 big=빅 anime=애니메 karaoke=가라오케 "
    # titles and shortened words
    "mr=미스터 mrs=미시즈 ms=미즈 dr=닥터 jr=주니어 sr=시니어 st=세인트 ltd=리미티드 vs=대 "
    # personal names whose spelling misleads
    "park=박 pak=박 baek=백 seok=석 caleb=케일럽 daphne=대프니 elliot=엘리엇 juliet=줄리엣 harriet=해리엇 viet=비엣 "
    "joseph=조지프|조셉 pitt=피트 watt=와트 "
    # written in capitals and read as words, or the other way round
    "nasa=나사 pin=핀 sim=심 readme=리드미 ram=램 rom=롬 lan=랜 zip=집 ikea=이케아 gmail=지메일 email=이메일 "
    "gif=지아이에프 jpeg=제이펙|제이페그 zoom=줌 mp3=엠피쓰리 url=유알엘"
)

RULES: tuple[tuple[str, Sound], ...] = (
    # (the end of a word in small letters, how it ends when read); the first that fits rules
    (r"(eo|ae)[kptgb]", "consonant"),  # romanised Korean syllables: Seok, Baek, Seop
    (r"le|l", "rieul"),  # Google, Michael, Kyle
    (r"ng|[nm]|[nm]e|mb|nh", "consonant"),  # Jung, Kevin, Telegram, Chrome, Jane, bomb, Linh
    (r"[aeiouy]", "vowel"),  # Anna, Kelly, Grace, Mike
    (r"[rwhsxzdfgjvq]", "vowel"),  # Peter, Matthew, Smith, James, Alex, David, Jeff
    (r"talk|ook", "consonant"),  # KakaoTalk, Facebook
    (r"hub", "vowel"),  # GitHub
    (r"ck|pp|tt", "consonant"),  # Jack, Knapp, Scott
    (r"(^|[^aeiouy])[aeiouy][bckpt]", "consonant"),  # Eric, TikTok, Philip, Reddit, Bob
    (r"y[aou][ckpt]|aac", "consonant"),  # Hyuk, kayak, Isaac
    (r"(ai|oa|oi)[kpt]", "vowel"),  # wait, boat, Detroit
    (r"[^aeiouy][bckpt]", "vowel"),  # Frank, Trump, Robert, Pinterest
)
"""Transliteration of foreign words (외래어 표기법, chapter 3, section 1) by spelling; else not sure."""

JAMO_RIEUL = "\u1105"

PLACEHOLDERS = frozenset("○◯〇●□■×*")
"""Marks that stand for letters left out: nobody knows how they are read."""

KANA_N = frozenset("んン")

HANJA = _table(
    "甲=갑 乙=을 丙=병 丁=정 一=일 二=이 三=삼 四=사 五=오 六=육 七=칠 八=팔 九=구 十=십 百=백 千=천 萬=만 億=억 "
    "人=인 氏=씨 株=주"
)
