#include "app/client/session/session_service.hpp"

#include "app/base/base64url.hpp"
#include "app/plugin_api/route.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/sign_in.hpp"

#include <array>
#include <utility>

namespace alongside::client {

SessionService::SessionService(Platform& platform, const Clock& clock, LetterBox& letters, Events events)
    : platform_(platform),
      letters_(letters),
      events_(std::move(events)),
      engine_(platform.world()),
      no_records_(platform.world().timer, platform.world().chance),
      memory_(platform.public_world().store, platform.world().store),
      expiry_(platform.world().timer, clock, [this] { expiry_due(); }) {
  engine_.on_change([this] { engine_changed(); });
}

Records& SessionService::records() {
  if (known()) return engine_;
  return no_records_;
}

Keep SessionService::engine_keep() const {
  return notes_.keep == KeepChoice::Everything ? Keep::Everything : Keep::UnsentOnly;
}

// First what the device knows, since that needs no network, then what the council says.
void SessionService::start(std::function<void()> opened) {
  letters_.open("public", [this, opened = std::move(opened)](const Result<void>&) {
    opened();
    memory_.read([this](DeviceNotes notes) {
      notes_ = std::move(notes);
      if (notes_.person.is_nil()) return tell_end_then_ask();
      open_remembered();
    });
  });
}

void SessionService::open_remembered() {
  engine_.open(notes_.person, engine_keep(), [this](const Result<void>& opened) {
    if (!opened.ok()) platform_.log("records: " + opened.error().detail);
    memory_.read_session([this](std::optional<wire::SessionInfo> session) {
      if (session && session->person == notes_.person) {
        info_ = std::move(*session);
        standing_ = Standing::SignedIn;
        events_.changed();
      }
      ask_council();
    });
  });
}

// Signed out without a network last time: the council hears of it before anything else.
void SessionService::tell_end_then_ask() {
  if (notes_.ending == Ending::Heard) return ask_council();
  platform_.post("/api/session/end", {}, Credentials::Sent, [this](const Result<Bytes>& reply) {
    if (!reply.ok() && reply.error().code != ErrorCode::SignedOut) {
      standing_ = Standing::Nobody;  // still unheard, and nobody is let in by an old cookie
      return events_.changed();
    }
    notes_.ending = Ending::Heard;
    remember();
    ask_council();
  });
}

void SessionService::ask_council() {
  if (asking_) return;
  asking_ = true;
  platform_.fetch("/api/session", [this](Result<Bytes> reply) {
    asking_ = false;
    answered(std::move(reply));
    letters_.send();
    events_.changed();
  });
}

void SessionService::answered(Result<Bytes> reply) {
  Result<wire::SessionInfo> info =
      reply.ok() ? wire::decode_frame<wire::SessionInfo>(reply.value()) : Result<wire::SessionInfo>(reply.error());
  if (!info.ok()) {
    const bool signed_out = info.error().code == ErrorCode::SignedOut;
    if (signed_out) return expire();
    platform_.log("session: " + info.error().detail);
    if (standing_ == Standing::Starting) standing_ = known() ? Standing::SignedIn : Standing::Nobody;
    return engine_.sync(SyncReason::Started);
  }
  reached_ = true;
  if (info->person.is_nil()) return expire();
  adopt(std::move(info).value());
}

// The council has no session for this device. Whoever is on the screen stays there.
void SessionService::expire() {
  expiry_.stop();
  standing_ = known() ? Standing::Expired : Standing::Nobody;
}

void SessionService::adopt(wire::SessionInfo info) {
  if (known() && info_.person != info.person) {
    // Another person: nothing of the one before may stay in any page's memory.
    notes_.person = notes_.keep == KeepChoice::Everything ? info.person : PersonId{};
    new_turn();
    return remember([this] { platform_.begin_again("/"); });
  }
  if (engine_.person() == info.person) return settled(std::move(info));
  notes_.person = info.person;
  open_engine([this, info = std::move(info)]() mutable { settled(std::move(info)); });
}

void SessionService::open_engine(std::function<void()> done) {
  const PersonId person = notes_.person;
  engine_.close();
  engine_.open(person, engine_keep(), [this, done = std::move(done)](const Result<void>& opened) {
    if (!opened.ok()) platform_.log("records: " + opened.error().detail);
    done();
    events_.changed();
  });
}

void SessionService::settled(wire::SessionInfo info) {
  info_ = std::move(info);
  standing_ = Standing::SignedIn;
  const DeviceNotes before = notes_;
  notes_.person = notes_.keep == KeepChoice::Everything ? info_.person : PersonId{};
  if (notes_.keep == KeepChoice::Everything) memory_.keep_session(info_);
  if (std::exchange(signing_in_, false)) {
    notes_.ending = Ending::Heard;
    new_turn();
    events_.arrived();
  }
  if (notes_ != before || notes_.keep == KeepChoice::Everything) remember();
  expiry_.begin(info_);
  engine_.sync(SyncReason::Started);
  letters_.send();  // some may have waited for this person
  events_.changed();
}

void SessionService::sign_in(PersonId person) {
  if (signing_in_) return;
  signing_in_ = true;
  trouble_ = SignInTrouble::None;
  const Bytes frame = wire::encode_frame(wire::DemoSignIn{person, platform_.device_name()});
  platform_.post("/api/session/demo", frame, Credentials::Sent,
                 [this](const Result<Bytes>& reply) { sign_in_answered(reply, SignInTrouble::Refused); });
}

void SessionService::enter_code(std::string_view code) {
  if (signing_in_) return;
  signing_in_ = true;
  trouble_ = SignInTrouble::None;
  const Bytes frame = wire::encode_frame(wire::SignInCode{std::string(code), platform_.device_name(), {}});
  platform_.post("/api/sign-in/code", frame, Credentials::Sent,
                 [this](const Result<Bytes>& reply) { sign_in_answered(reply, SignInTrouble::WrongCode); });
}

void SessionService::sign_in_answered(const Result<Bytes>& reply, SignInTrouble refused) {
  Result<wire::SessionInfo> info =
      reply.ok() ? wire::decode_frame<wire::SessionInfo>(reply.value()) : Result<wire::SessionInfo>(reply.error());
  if (info.ok() && !info->person.is_nil()) {
    reached_ = true;
    adopt(std::move(info).value());
    return events_.changed();
  }
  signing_in_ = false;
  if (!info.ok()) platform_.log("sign-in: " + info.error().detail);
  trouble_ = refused;
  if (!info.ok() && info.error().code == ErrorCode::Offline) trouble_ = SignInTrouble::Offline;
  const bool by_code = refused == SignInTrouble::WrongCode && !info.ok();
  if (by_code && info.error().code == ErrorCode::Unavailable) trouble_ = SignInTrouble::TooManyCodes;
  if (by_code && info.error().code == ErrorCode::SignedOut) trouble_ = SignInTrouble::NobodyWaits;
  events_.changed();
}

// Back from there, this is a new visit: the question that each device is asked comes first in it.
void SessionService::go_to_provider(std::string_view start, std::string_view then) {
  Route back = Route::parse(then);
  if (notes_.keep == KeepChoice::Unasked && back.path != "/keep") {
    back = Route{"/keep", {}};
    if (then != "/") back.set("then", then);
  }
  Route there = Route::parse(start);
  there.set("then", back.text());
  there.set("device", platform_.device_name());
  platform_.begin_again(there.text());
}

void SessionService::stay() { ask_council(); }

void SessionService::engine_changed() {
  const SyncState now = engine_.status().state;
  if (now == SyncState::SignedOut && standing_ == Standing::SignedIn) expire();
  if (now == SyncState::Idle && sync_before_ == SyncState::Working) expiry_.used();
  sync_before_ = now;
  events_.changed();
}

// Whoever did something meanwhile has a session that moved on: we ask how far. Whoever did not is told.
void SessionService::expiry_due() {
  if (standing_ != Standing::SignedIn) return;
  if (expiry_.used_since_told() || expiry_.over()) return ask_council();
  events_.changed();
}

void SessionService::woken(Woken why) {
  if (why == Woken::Leaving) return;
  compare_turn();
  letters_.send();
  if (!reached_ || notes_.ending == Ending::Unheard) {
    tell_end_then_ask();
  } else if (known()) {
    const bool online = why == Woken::Online;
    engine_.sync(online ? SyncReason::Online : why == Woken::Returned ? SyncReason::Returned : SyncReason::Seen);
  }
}

// Somebody signed in or out in another tab of this browser: this one begins again.
void SessionService::compare_turn() {
  if (standing_ == Standing::Starting) return;
  memory_.read([this](const DeviceNotes& notes) {
    if (!notes.turn.empty() && notes.turn != notes_.turn && !signing_in_ && !signing_out_) platform_.begin_again("/");
  });
}

void SessionService::new_turn() {
  std::array<std::uint8_t, 8> bytes{};
  platform_.world().chance.fill(bytes);
  notes_.turn = base64url(bytes);
}

void SessionService::remember(std::function<void()> done) { memory_.write(notes_, std::move(done)); }

void SessionService::choose_keep(KeepChoice keep) {
  if (keep == KeepChoice::Unasked || keep == notes_.keep) return;
  notes_.keep = keep;
  if (!known()) return remember();
  notes_.person = info_.person;
  open_engine([this] { settled(info_); });
}

void SessionService::sign_out() {
  if (signing_out_) return;
  signing_out_ = true;
  platform_.post("/api/session/end", {}, Credentials::Sent, [this](const Result<Bytes>& reply) {
    const bool heard = reply.ok() || reply.error().code == ErrorCode::SignedOut;
    notes_.ending = heard ? Ending::Heard : Ending::Unheard;
    const auto nobody =
        reply.ok() ? wire::decode_frame<wire::SessionInfo>(reply.value()) : Result<wire::SessionInfo>(reply.error());
    // By way of the provider, so that the next one at this device is not signed in there as them.
    leave_device(nobody.ok() && !nobody->leave.empty() ? nobody->leave : "/");
  });
}

void SessionService::leave_device(std::string href) {
  notes_.person = {};
  new_turn();
  const auto begin_again = [this, href = std::move(href)] { remember([this, href] { platform_.begin_again(href); }); };
  using OwnFiles = SyncEngine::OwnFiles;
  const OwnFiles files = events_.holds_files() ? OwnFiles::Some : OwnFiles::None;
  engine_.leave(files, [this, begin_again](const Result<void>& gone) {
    if (!gone.ok()) engine_.close();
    begin_again();
  });
}

}  // namespace alongside::client
