#include "app/client/shell.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/client/missing_page.hpp"
#include "app/client/own_pages.hpp"
#include "app/client/plugin_parts_ui.hpp"
#include "app/client/plugin_trouble_ui.hpp"
#include "app/client/shell_frame_ui.hpp"
#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {

using namespace ui::literals;

namespace {

// Who is to be given a token is a person, or an address at which a code buys it.
bool is_token_path(std::string_view writer) { return writer.starts_with("/api/"); }

}  // namespace

Shell::Shell(Platform& platform, const Clock& clock, ui::WordTable shell_words)
    : platform_(platform),
      clock_(clock),
      letters_(platform.public_world(),
               [this](std::string_view purpose, std::string_view writer, Platform::Reply reply) {
                 token_for(purpose, writer, std::move(reply));
               }),
      public_notes_(platform.public_world(), [this] { platform_.wake(); }),
      nobodys_records_(platform.public_world(), [this] { platform_.wake(); }),
      session_(platform, clock, letters_,
               {[this] { session_changed(); }, [this] { signed_in(); }, [this] { return attachments_.holds_any(); }}),
      attachments_(platform, {[this]() -> const Records& { return session_.records(); },
                              [this] { return session_.info().person; }, [this] { platform_.wake(); },
                              [this] { session_.sync_now(); }}),
      device_(platform),
      desk_(platform, [this] { platform_.wake(); }),
      ways_(platform, [this] { platform_.wake(); }),
      places_(platform, [this] { platform_.wake(); }),
      host_(*this, words_) {
  words_.add(shell_words);
  letters_.on_change([this] { platform_.wake(); });
}

Shell::~Shell() = default;

void Shell::environment_changed(std::string_view lines) {
  environment_.apply(lines);
  words_.use(environment_.language, environment_.wording);
  if (environment_.network == Network::Online && council_state_ == CouncilState::Failed) fetch_council();
}

Result<void> Shell::catalog(std::string_view lines) {
  host_.add(ALONGSIDE_TRY(parse_catalog(lines)));
  return {};
}

void Shell::start(std::string_view address) {
  fetch_council();
  session_.start([this] {
    public_notes_.load();
    nobodys_records_.load();
  });
  show(Route::parse(address));
  page_changed_ = false;  // the browser already stands at the top of a fresh page
  is_awaited_ = false;
}

void Shell::arrived(std::string_view address) { show(Route::parse(address)); }

// A page may ask for this while it is being called or while an answer of its own is being read, and
// showing another would destroy it under its own feet: moves wait for the next frame.
void Shell::go(std::string_view href, History history) {
  moves_.push_back({Route::parse(href), history});
  platform_.wake();
}

void Shell::expect(std::string_view href) {
  if (HostedPlugin* const owner = host_.owner_of(Route::parse(href).path)) host_.ensure_loading(*owner);
}

void Shell::follow_moves() {
  while (!moves_.empty() && !busy_) {
    Move move = std::move(moves_.front());
    moves_.erase(moves_.begin());
    platform_.address(move.route.text(), move.history);
    show(std::move(move.route));
  }
}

void Shell::woken(Woken why) {
  session_.woken(why);
  if (why == Woken::Leaving) return;
  nobodys_records_.again();
  attachments_.woken();
}

void Shell::session_changed() {
  attachments_.follow();
  platform_.wake();
}

// By hand, just now: on to where the person wanted to go, by way of the question that each device is
// asked once. Whoever signs in again on the page they were on stays there.
void Shell::signed_in() {
  announce(words_.get("shell.sign_in.done"_t, {{"name", session_.info().name}}));
  // From the provider they come back to where they were going, and the question has been thought of there.
  const std::string& from_provider = ways_.desk().then;
  const bool by_code = route_.path == "/signin/code";
  if (by_code && !from_provider.empty()) return go(inside_href(from_provider), History::Replace);
  if (!by_code && route_.path != "/signin") return;
  const std::string then = inside_href(route_.value("then"));
  Route keep{"/keep", {}};
  if (then != "/") keep.set("then", then);
  go(session_.keep() == KeepChoice::Unasked ? keep.text() : then, History::Replace);
}

void Shell::fetch_council() {
  council_state_ = CouncilState::Asked;
  platform_.fetch("/api/council", [this](Result<Bytes> reply) {
    council_state_ = CouncilState::Failed;
    if (reply.ok()) {
      Result<wire::Council> council = wire::decode_frame<wire::Council>(reply.value());
      if (council.ok()) {
        council_ = std::move(council).value();
        council_state_ = CouncilState::Known;
        words_.use(council_.nation == wire::Nation::Wales ? ui::Law::Wales : ui::Law::England);
      } else {
        platform_.log("council: " + council.error().detail);
      }
    }
    platform_.wake();
  });
}

// A page is kept while its path stays: typing in a search changes the query only.
void Shell::show(Route route) {
  route_ = std::move(route);
  if (page_ && page_path_ == route_.path) {
    open_page();
  } else {
    page_.reset();
    page_owner_ = host_.owner_of(route_.path);
    page_path_ = route_.path;
    page_changed_ = true;
    send_page_.moved();
    ensure_page();
    is_awaited_ = !page_;
  }
  platform_.wake();
}

OwnPageTools Shell::own_page_tools() {
  return {*this, host_, environment_, council_, session_, desk_, ways_, places_, notices_, letters_, attachments_};
}

void Shell::ensure_page() {
  if (page_) return;
  if (page_owner_ == nullptr) {
    page_ = make_own_page(route_.path, own_page_tools());
    open_page();
    return;
  }
  host_.ensure_loading(*page_owner_);
  if (page_owner_->state() != PluginState::Ready) return;
  page_ = page_owner_->make_page(route_.path);
  if (!page_) {
    page_owner_ = nullptr;
    page_ = std::make_unique<MissingPage>();
    return;
  }
  page_came_ = std::exchange(is_awaited_, false);
  open_page();
}

void Shell::open_page() {
  call_page([&] { page_->opened(route_); });
}

// A plugin's page is called through its plugin, which keeps what goes wrong; the shell's own straight.
void Shell::call_page(const std::function<void()>& call) {
  const bool before = std::exchange(busy_, true);
  if (page_owner_ == nullptr) {
    call();
  } else {
    page_owner_->run([&]() -> Result<void> {
      call();
      return {};
    });
  }
  busy_ = before;
}

void Shell::send_anonymously(Host::Letter letter, std::function<void(Result<void>)> saved) {
  std::string writer = std::move(letter.token_path);
  if (!letter.token_purpose.empty() && writer.empty()) {
    if (!session_.known()) {
      platform_.world().timer.after(
          0, [saved = std::move(saved)] { saved(Error{ErrorCode::SignedOut, "a token is given to somebody"}); });
      return;
    }
    writer = session_.info().person.text();
  }
  NewLetter post{std::move(letter.path), std::move(letter.token_purpose), std::move(writer), std::move(letter.frame),
                 std::move(letter.files_path)};
  if (letter.beside != nullptr) post.after = joined_.pieces(*letter.beside, letter.files);
  letters_.post(std::move(post), std::move(saved));
}

// The council gives a token to whoever is signed in, once: for somebody else's letter it would be taken
// from the wrong person. Whoever came with a code is given theirs at an address, whoever is signed in.
void Shell::token_for(std::string_view purpose, std::string_view writer, Platform::Reply reply) {
  const bool is_writer = is_token_path(writer) || (session_.known() && session_.info().person.text() == writer);
  if (is_writer) return platform_.anonymous_token(purpose, writer, std::move(reply));
  platform_.world().timer.after(
      0, [reply = std::move(reply)] { reply(Error{ErrorCode::SignedOut, "its writer is not signed in"}); });
}

// The token stays with the platform, which hands it out again when a letter needs it.
void Shell::prepare_token(std::string_view purpose, std::string_view path) {
  if (path.empty() && !session_.known()) return;
  const std::string holder = path.empty() ? session_.info().person.text() : std::string(path);
  platform_.anonymous_token(purpose, holder, [this](const Result<Bytes>& token) {
    if (!token.ok()) platform_.log("no token yet");
  });
}

void Shell::update_title() {
  page_title_.clear();
  if (page_) call_page([&] { page_title_ = page_->title(words_); });
  std::string own = page_title_;
  if (own.empty() && page_owner_ != nullptr) own = page_owner_->entry().label(words_.language());
  std::string title = own.empty() ? std::string() : own + " – ";
  const std::string& welsh = council_.name.cy;
  const bool in_welsh = words_.language() == ui::Language::Welsh && !welsh.empty();
  const std::string& council_name = in_welsh ? welsh : council_.name.en;
  title += council_name.empty() ? words_.get("shell.name"_t) : council_name;
  if (title == title_) return;
  title_ = title;
  platform_.title(title_);
}

void Shell::draw(ui::Ui& ui) {
  follow_moves();
  busy_ = true;
  ensure_page();
  update_title();  // the one place: whatever can change it asks for a frame
  const FrameView view{council_,
                       host_,
                       route_,
                       environment_,
                       session_,
                       notices_.unseen(session_.records()),
                       letters_,
                       attachments_.waiting(),
                       nobodys_records_.keeps_any()};
  header_ui(ui, view, words_);
  main_ui(ui);
  footer_ui(ui, view);
  busy_ = false;
  follow_moves();
}

void Shell::main_ui(ui::Ui& ui) {
  const auto main = ui.landmark("main", ui::Role::Main);
  if (page_owner_ != nullptr) {
    plugin_page_ui(ui, *page_owner_);
  } else if (page_) {
    const Result<void> drawn = page_->page_ui(ui);
    if (!drawn.ok()) platform_.log("shell page: " + drawn.error().detail);
    send_page_ui(ui);
  }
}

void Shell::send_page_ui(ui::Ui& ui) {
  std::string address;
  call_page([&] { address = page_->shared_address(); });
  if (!address.empty()) send_page_.draw(ui, page_title_, address, environment_.origin);
}

void Shell::plugin_page_ui(ui::Ui& ui, HostedPlugin& plugin) {
  const auto hue = ui.hue(plugin.entry().hue);
  if (page_ && plugin.state() == PluginState::Ready) {
    {
      const auto owner = ui.owned_by(plugin.number());
      plugin.run([&] { return page_->page_ui(ui); });
    }
    if (plugin.state() != PluginState::Ready) return platform_.wake();
    ways_beside_ui(ui, host_, route_, page_title_);
    send_page_ui(ui);
    return;
  }
  if (plugin_trouble_ui(ui, plugin, council_) == TroubleAnswer::TryAgain) {
    plugin.try_again();
    page_.reset();
    platform_.wake();
  }
}

}  // namespace alongside::client
