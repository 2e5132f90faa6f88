#include "app/server/sign_in/sign_in_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/query.hpp"

#include <array>

namespace alongside::server {

namespace {

constexpr std::array<std::string_view, 6> trouble_names = {"cancelled",  "refused",        "unavailable",
                                                           "wrong-code", "too-many-codes", "nobody-waits"};

constexpr std::array<Sentence, 6> sign_in_trouble_words = {
    Sentence{"You stopped signing in. Nothing has changed.",
             "Fe wnaethoch roi'r gorau i fewngofnodi. Does dim wedi newid."},
    Sentence{"That sign-in did not work. Please start again from here.",
             "Ni weithiodd y mewngofnodi hwnnw. Dechreuwch eto o'r fan hon."},
    Sentence{"We cannot reach the place where you sign in. Please try again in a few minutes.",
             "Ni allwn gyrraedd y man lle rydych yn mewngofnodi. Rhowch gynnig arall arni ymhen ychydig funudau."},
    Sentence{"That code does not work. Look at it again, letter by letter. If it still does not work, ring us for a "
             "new one.",
             "Nid yw'r cod hwnnw'n gweithio. Edrychwch arno eto, fesul llythyren. Os nad yw'n gweithio o hyd, "
             "ffoniwch ni am un newydd."},
    Sentence{"There were too many wrong codes. Wait a few minutes, then try again.",
             "Roedd gormod o godau anghywir. Arhoswch ychydig funudau, yna rhowch gynnig arall arni."},
    Sentence{"Sign in first. Then we ask for your code.", "Mewngofnodwch yn gyntaf. Yna byddwn yn gofyn am eich cod."},
};

void write_trouble(HtmlWriter& html, Language language, std::optional<SignInTrouble> trouble) {
  if (!trouble) return;
  const Sentence& words = sign_in_trouble_words[static_cast<std::size_t>(*trouble)];
  html.element("p", {{"role", "alert"}, {"class", "notice"}, {"id", "trouble"}}, words.in(language));
}

void write_ring_us(HtmlWriter& html, const CouncilConfig& config, Language language) {
  write_contact(html, config.council.help, language);
}

// As the application draws them: the first is the one that most people want.
void write_ways(HtmlWriter& html, const SignInConfig& config, Language language, const std::string& after) {
  const Sentence with{"Sign in with ", "Mewngofnodi gyda "};
  const Sentence passkey{"my passkey", "fy allwedd mynediad"};
  bool is_first = true;
  const auto way = [&](const std::string& href, std::string_view name) {
    html.open("li").open("a", {{"class", is_first ? "button" : "button secondary"}, {"href", href}});
    html.text(with.in(language)).text(name).close().close();
    is_first = false;
  };
  html.open("ul", {{"class", "plain"}, {"role", "list"}});
  for (const ProviderConfig& provider : config.providers)
    way("/sign-in/" + provider.id + after, in_language(provider.name, language));
  if (config.passkeys == PasskeyUse::Offered) way(std::string(passkey_start) + after, passkey.in(language));
  html.close();
}

}  // namespace

std::string_view name_of(SignInTrouble trouble) { return trouble_names[static_cast<std::size_t>(trouble)]; }

std::optional<SignInTrouble> sign_in_trouble_named(std::string_view name) {
  for (std::size_t i = 0; i < trouble_names.size(); ++i) {
    if (trouble_names[i] == name) return static_cast<SignInTrouble>(i);
  }
  return std::nullopt;
}

PageContent sign_in_page(const CouncilConfig& config, Language language, std::optional<SignInTrouble> trouble,
                         std::string_view then) {
  const Sentence title{"Sign in", "Mewngofnodi"};
  const Sentence lead{"When you sign in, you see what is yours: money, plans and messages.",
                      "Pan fyddwch yn mewngofnodi, fe welwch eich pethau chi: arian, cynlluniau a negeseuon."};
  const Sentence none{"This part needs scripts, which are off or still on their way. You can ring us instead.",
                      "Mae angen sgriptiau ar y rhan hon, ac maent wedi'u diffodd neu ar eu ffordd. "
                      "Gallwch ein ffonio yn lle hynny."};
  const Sentence first_time{"The first time, we also ask for the code that you have from us.",
                            "Y tro cyntaf, byddwn hefyd yn gofyn am y cod a gawsoch gennym ni."};
  const Sentence have_code{"I have a code from the council", "Mae gen i god gan y cyngor"};
  HtmlWriter html;
  html.element("h1", title.in(language));
  write_trouble(html, language, trouble);
  html.element("p", lead.in(language));
  const auto& providers = config.sign_in.providers;
  const bool code_alone = config.sign_in.codes == CodeUse::Alone;
  const bool passkeys = config.sign_in.passkeys == PasskeyUse::Offered;
  const std::string after = "?then=" + percent_encode(then.empty() ? "/" : then);
  if (providers.empty() && !code_alone) html.element("p", none.in(language));
  if (!providers.empty() || passkeys) write_ways(html, config.sign_in, language, after);
  if (!providers.empty() && !code_alone) html.element("p", first_time.in(language));
  if (code_alone) html.open("p").link("/signin/code", have_code.in(language)).close();
  write_ring_us(html, config, language);
  return {std::string(title.in(language)), html.take()};
}

PageContent sign_in_code_page(const CouncilConfig& config, Language language, std::optional<SignInTrouble> trouble) {
  const Sentence title{"Your code from the council", "Eich cod gan y cyngor"};
  const Sentence lead{
      "You have signed in. Now we need to know which family you belong to. Enter the code that we gave "
      "you. You do this once.",
      "Rydych wedi mewngofnodi. Nawr mae angen i ni wybod i ba deulu rydych yn perthyn. Rhowch y cod a "
      "roesom i chi. Dim ond unwaith y byddwch yn gwneud hyn."};
  const Sentence alone{
      "Enter the code that we gave you. It works once. Next time, you can ask us for a new one.",
      "Rhowch y cod a roesom i chi. Mae'n gweithio unwaith. Y tro nesaf, gallwch ofyn i ni am un newydd."};
  const Sentence label{"Code", "Cod"};
  const Sentence hint{"It has 12 letters and numbers, like K7QM-4XBN-9TRW",
                      "Mae ganddo 12 o lythrennau a rhifau, fel K7QM-4XBN-9TRW"};
  const Sentence go_on{"Continue", "Parhau"};
  HtmlWriter html;
  html.element("h1", title.in(language));
  write_trouble(html, language, trouble);
  html.element("p", (config.sign_in.codes == CodeUse::Alone ? alone : lead).in(language));
  html.open("form", {{"action", "/signin/code"}, {"method", "post"}}).open("div", {{"class", "field"}});
  html.element("label", {{"for", "code"}}, label.in(language));
  html.element("p", {{"class", "hint"}, {"id", "code-hint"}}, hint.in(language));
  html.empty("input", {{"id", "code"},
                       {"name", "code"},
                       {"type", "text"},
                       {"maxlength", "40"},
                       {"autocomplete", "one-time-code"},
                       {"autocapitalize", "characters"},
                       {"spellcheck", "false"},
                       {"required", "required"},
                       {"aria-describedby", trouble ? "code-hint trouble" : "code-hint"}});
  html.close();
  html.element("button", {{"class", "button-primary"}, {"type", "submit"}}, go_on.in(language)).close();
  write_ring_us(html, config, language);
  return {std::string(title.in(language)), html.take()};
}

}  // namespace alongside::server
