#include "app/server/passkeys/passkey_html.hpp"

#include "app/base/base64url.hpp"
#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/query.hpp"

#include <array>

namespace alongside::server {

namespace {

struct NamedPasskeyWord {
  std::string_view name;
  Sentence words;
};

// In the order of PasskeyWord.
constexpr std::array passkey_words = {
    NamedPasskeyWord{
        "refused",
        {"That passkey did not work here. Try again, or use another way in. If it still does not work, ring us.",
         "Ni weithiodd yr allwedd honno yma. Rhowch gynnig arall arni, neu defnyddiwch ffordd arall i mewn. Os nad "
         "yw'n gweithio o hyd, ffoniwch ni."}},
    NamedPasskeyWord{
        "too-many",
        {"That did not work too many times. Wait a few minutes, then try again, or use another way in.",
         "Ni weithiodd hynny ormod o weithiau. Arhoswch ychydig funudau, yna rhowch gynnig arall arni, neu "
         "defnyddiwch ffordd arall i mewn."}},
    NamedPasskeyWord{"added",
                     {"Your passkey is ready. Next time, you can sign in with it.",
                      "Mae eich allwedd yn barod. Y tro nesaf, gallwch fewngofnodi gyda hi."}},
    NamedPasskeyWord{"removed",
                     {"That passkey does not work here any more. You can delete it on the device too.",
                      "Nid yw'r allwedd honno'n gweithio yma mwyach. Gallwch ei dileu ar y ddyfais hefyd."}},
    NamedPasskeyWord{"not-added",
                     {"That did not work, so nothing was added. Please try once more.",
                      "Ni weithiodd hynny, felly ni chafodd dim ei ychwanegu. Rhowch gynnig arall arni."}},
    NamedPasskeyWord{"full",
                     {"You have ten passkeys. Remove one that you do not need, then add another.",
                      "Mae gennych ddeg allwedd. Tynnwch un nad oes ei hangen arnoch, yna ychwanegwch un arall."}},
    NamedPasskeyWord{"not-fresh",
                     {"It is a while since you signed in. Please sign in again, then add your passkey.",
                      "Mae tipyn o amser ers i chi fewngofnodi. Mewngofnodwch eto, yna ychwanegwch eich allwedd."}},
};

constexpr Sentence use_passkey_title{"Sign in with a passkey", "Mewngofnodi gydag allwedd mynediad"};
constexpr Sentence own_passkeys_title{"Your passkeys", "Eich allweddi mynediad"};

void write_passkey_word(HtmlWriter& html, Language language, std::optional<PasskeyWord> word) {
  if (!word) return;
  const Sentence& words = passkey_words[static_cast<std::size_t>(*word)].words;
  const bool good = *word == PasskeyWord::Added || *word == PasskeyWord::Removed;
  html.element("p", {{"role", good ? "status" : "alert"}, {"class", good ? "notice good" : "notice"}},
               words.in(language));
}

// What the script says, each shown when it is true. The first is: until the script has found out better.
void write_passkey_script_words(HtmlWriter& html, Language language) {
  const Sentence none{
      "A passkey needs scripts and a newer browser. There are other ways to sign in, and you can ring us.",
      "Mae angen sgriptiau a phorwr mwy newydd ar gyfer allwedd mynediad. Mae ffyrdd eraill o "
      "fewngofnodi, a gallwch ein ffonio."};
  const Sentence stopped{"You stopped, or it took too long. Nothing has changed. You can try again.",
                         "Fe wnaethoch roi'r gorau iddi, neu cymerodd ormod o amser. Does dim wedi newid. Gallwch roi "
                         "cynnig arall arni."};
  const Sentence twice{"This device has a passkey of yours already. You need no second one.",
                       "Mae gan y ddyfais hon allwedd i chi yn barod. Nid oes angen un arall arnoch."};
  html.element("p", {{"id", "passkey-none"}, {"class", "notice"}}, none.in(language));
  html.element("p", {{"id", "passkey-stopped"}, {"role", "alert"}, {"hidden", "hidden"}}, stopped.in(language));
  html.element("p", {{"id", "passkey-twice"}, {"role", "alert"}, {"hidden", "hidden"}}, twice.in(language));
}

void write_hidden_field(HtmlWriter& html, HtmlName name, const std::string& value) {
  html.empty("input", {{"type", "hidden"}, {"name", std::string(name.text())}, {"value", value}});
}

void write_passkey_button(HtmlWriter& html, std::string_view words) {
  html.element("button", {{"class", "button-primary"}, {"type", "submit"}, {"id", "passkey-go"}, {"hidden", "hidden"}},
               words);
}

void write_add_passkey_form(HtmlWriter& html, const CouncilConfig& config, Language language,
                            const OwnPasskeysPage& page) {
  const Sentence label{"What do you call this device?", "Beth ydych chi'n galw'r ddyfais hon?"};
  const Sentence hint{"So that you know it again in your list. For example: my phone",
                      "Fel y byddwch yn ei hadnabod yn eich rhestr. Er enghraifft: fy ffôn"};
  const PasskeyAsked& asked = *page.asked;
  std::string known;
  for (const Bytes& credential : asked.known) known += (known.empty() ? "" : " ") + base64url(credential);
  html.open("form", {{"id", "passkey"},
                     {"action", "/sign-in/passkey/add"},
                     {"method", "post"},
                     {"data-act", "add"},
                     {"data-challenge", asked.challenge},
                     {"data-host", config.sign_in.host()},
                     {"data-council", std::string(in_language(config.council.name, language))},
                     {"data-handle", base64url(asked.handle)},
                     {"data-person", asked.person_name},
                     {"data-known", known}});
  html.open("div", {{"class", "field"}}).element("label", {{"for", "passkey-name"}}, label.in(language));
  html.element("p", {{"class", "hint"}, {"id", "passkey-name-hint"}}, hint.in(language));
  html.empty("input", {{"id", "passkey-name"},
                       {"name", "name"},
                       {"type", "text"},
                       {"maxlength", "60"},
                       {"autocomplete", "off"},
                       {"value", page.device},
                       {"aria-describedby", "passkey-name-hint"}});
  html.close();
  for (const HtmlName name : {HtmlName("client-data"), HtmlName("auth-data")}) write_hidden_field(html, name, "");
  write_passkey_button(html, Sentence{"Add a passkey", "Ychwanegu allwedd mynediad"}.in(language));
  html.close();
  write_passkey_script_words(html, language);
}

void write_sign_in_again(HtmlWriter& html, Language language, const std::string& where) {
  const Sentence why{
      "To add a passkey, you must have signed in within the last 15 minutes. So nobody else can add one "
      "while your device lies open.",
      "I ychwanegu allwedd, rhaid eich bod wedi mewngofnodi o fewn y 15 munud diwethaf. Felly ni all neb "
      "arall ychwanegu un tra bo eich dyfais ar agor."};
  const Sentence again{"Sign in again", "Mewngofnodi eto"};
  const Sentence out{"Sign out on your page first, then sign in again and come back here.",
                     "Allgofnodwch ar eich tudalen yn gyntaf, yna mewngofnodwch eto a dewch yn ôl yma."};
  html.element("p", why.in(language));
  if (where.empty()) {
    html.element("p", out.in(language));
  } else {
    html.open("p").open("a", {{"class", "button"}, {"href", where}}).text(again.in(language)).close().close();
  }
}

void write_add_passkey(HtmlWriter& html, const CouncilConfig& config, Language language, const OwnPasskeysPage& page) {
  const Sentence heading{"Add a passkey", "Ychwanegu allwedd mynediad"};
  const Sentence warning{
      "Whoever can unlock this device can then sign in as you. Add a passkey only on a device that is "
      "yours alone.",
      "Bydd pwy bynnag all ddatgloi'r ddyfais hon yn gallu mewngofnodi fel chi. Ychwanegwch allwedd "
      "dim ond ar ddyfais sy'n eiddo i chi yn unig."};
  html.element("h2", heading.in(language));
  html.element("p", {{"class", "notice warn"}}, warning.in(language));
  if (page.asked) {
    write_add_passkey_form(html, config, language, page);
  } else if (page.passkeys.size() < PasskeyService::most_each) {
    write_sign_in_again(html, language, page.sign_in_again);
  } else {
    html.element("p", passkey_words[static_cast<std::size_t>(PasskeyWord::Full)].words.in(language));
  }
}

void write_passkey(HtmlWriter& html, Language language, const PasskeyRow& passkey) {
  const Sentence since{"Added on ", "Ychwanegwyd ar "}, used{"Last used on ", "Defnyddiwyd ddiwethaf ar "};
  const Sentence remove{"Remove ", "Tynnu "};
  html.open("li").open("div", {{"class", "card"}}).element("h3", passkey.name);
  html.element("p", std::string(since.in(language)) + date_words(passkey.since, language));
  html.element("p", std::string(used.in(language)) + date_words(passkey.used, language));
  html.open("form", {{"action", "/sign-in/passkey/remove"}, {"method", "post"}});
  write_hidden_field(html, "id", passkey.id);
  html.element("button", {{"type", "submit"}}, std::string(remove.in(language)) + passkey.name);
  html.close().close().close();
}

void write_passkeys(HtmlWriter& html, Language language, const std::vector<PasskeyRow>& passkeys) {
  const Sentence heading{"The ones you have", "Y rhai sydd gennych"};
  const Sentence none{"You have none yet.", "Does gennych chi ddim un eto."};
  const Sentence lost{
      "Have you lost a device? Remove its passkey here, or ring us and we do it.",
      "Ydych chi wedi colli dyfais? Tynnwch ei hallwedd yma, neu ffoniwch ni a byddwn ni'n gwneud hynny."};
  html.element("h2", heading.in(language));
  if (passkeys.empty()) {
    html.element("p", none.in(language));
    return;
  }
  html.open("ul", {{"class", "cards"}});
  for (const PasskeyRow& passkey : passkeys) write_passkey(html, language, passkey);
  html.close().element("p", lost.in(language));
}

}  // namespace

std::string_view name_of(PasskeyWord word) { return passkey_words[static_cast<std::size_t>(word)].name; }

std::optional<PasskeyWord> passkey_word_named(std::string_view name) {
  for (std::size_t i = 0; i < passkey_words.size(); ++i) {
    if (passkey_words[i].name == name) return static_cast<PasskeyWord>(i);
  }
  return std::nullopt;
}

PageContent passkey_sign_in_page(const CouncilConfig& config, Language language, const PasskeySignInPage& page) {
  const Sentence lead{
      "Your device asks for your finger, your face or its own code. It tells us that it is you, and "
      "nothing else.",
      "Bydd eich dyfais yn gofyn am eich bys, eich wyneb neu ei chod ei hun. Mae'n dweud wrthym mai chi "
      "sydd yno, a dim byd arall."};
  const Sentence other{"Sign in another way", "Mewngofnodi mewn ffordd arall"};
  HtmlWriter html;
  html.element("h1", use_passkey_title.in(language));
  write_passkey_word(html, language, page.word);
  html.element("p", lead.in(language));
  html.open("form", {{"id", "passkey"},
                     {"action", "/sign-in/passkey/use"},
                     {"method", "post"},
                     {"data-act", "use"},
                     {"data-challenge", page.challenge},
                     {"data-host", config.sign_in.host()}});
  for (const HtmlName name : {HtmlName("credential"), HtmlName("client-data"), HtmlName("auth-data"),
                              HtmlName("signature"), HtmlName("handle")}) {
    write_hidden_field(html, name, "");
  }
  write_hidden_field(html, "then", page.then);
  write_hidden_field(html, "device", page.device);
  write_passkey_button(html, use_passkey_title.in(language));
  html.close();
  write_passkey_script_words(html, language);
  html.open("p").link("/signin?then=" + percent_encode(page.then), other.in(language)).close();
  write_contact(html, config.council.help, language);
  return {std::string(use_passkey_title.in(language)), html.take(), {}, PageScript::Passkey};
}

PageContent own_passkeys_page(const CouncilConfig& config, Language language, const OwnPasskeysPage& page) {
  const Sentence lead{
      "With a passkey you sign in with your finger, your face or your device's own code. There is nothing "
      "to remember, and nobody can talk you into telling them.",
      "Gydag allwedd mynediad rydych yn mewngofnodi â'ch bys, eich wyneb neu god eich dyfais. Does dim "
      "i'w gofio, ac ni all neb eich perswadio i'w ddweud wrthyn nhw."};
  const Sentence stays{"Your finger and your face stay on your device. We never see them.",
                       "Mae eich bys a'ch wyneb yn aros ar eich dyfais. Nid ydym byth yn eu gweld."};
  HtmlWriter html;
  html.open("p").open("a", {{"class", "back"}, {"href", "/account"}});
  html.text(Sentence{"Back to your page", "Yn ôl i'ch tudalen"}.in(language)).close().close();
  html.element("h1", own_passkeys_title.in(language));
  write_passkey_word(html, language, page.word);
  html.element("p", lead.in(language)).element("p", stays.in(language));
  write_passkeys(html, language, page.passkeys);
  write_add_passkey(html, config, language, page);
  write_contact(html, config.council.help, language);
  return {std::string(own_passkeys_title.in(language)), html.take(), {}, PageScript::Passkey};
}

}  // namespace alongside::server
