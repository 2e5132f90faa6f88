#include "tests/schedules/survey_page.hpp"

#include "app/wire/messages/session.hpp"

#include <utility>

namespace alongside::schedules {

namespace {

PersonId sam() {
  IdBytes id{};
  id[0] = 1;
  return PersonId(id);
}

}  // namespace

void SurveyTransport::answer(Reply reply, Result<Bytes> result) {
  scheduler_.after(dice_.between(20, 400), life_.lock(), [reply = std::move(reply), result] { reply(result); });
}

// What has left arrives, also when the page dies meanwhile, and its reply may not come back.
void SurveyTransport::letter(std::string_view, Bytes frame, Reply reply) {
  if (!line_.is_up) return answer(std::move(reply), Error{ErrorCode::Offline, "no network"});
  const bool comes_twice = line_.requests_to_repeat > 0;
  if (comes_twice) --line_.requests_to_repeat, ++line_.repeated;
  if (comes_twice)
    scheduler_.after(dice_.between(500, 5000),
                     [this_council = &council_, frame] { static_cast<void>(this_council->receive(frame)); });
  scheduler_.after(dice_.between(20, 400),
                   [this, council = &council_, line = &line_, life = life_, frame, reply = std::move(reply)] {
                     const Result<void> received = council->receive(frame);
                     if (life.expired()) return;  // `this` is gone too
                     if (line->replies_to_lose > 0) {
                       --line->replies_to_lose, ++line->lost_replies;
                       return answer(reply, Error{ErrorCode::Offline, "the reply was lost"});
                     }
                     answer(reply, received.ok() ? Result<Bytes>(Bytes()) : Result<Bytes>(received.error()));
                   });
}

// The application as answering sees it: its own records and letters, and nothing else.
class SurveyPage::PageHost final : public Host {
 public:
  explicit PageHost(SurveyPage& page) : page_(page) {}

  void sign_in() {
    session_.person = sam();
    session_.own = {HouseholdId(sam().bytes()), SubjectId(sam().bytes())};
  }

  void fetch(std::string_view, Reply) override {}
  void navigate(std::string_view) override {}
  void replace_route(std::string_view) override {}
  void announce(std::string_view) override {}
  void redraw() override {}
  const wire::Council& council() const override { return still_.council(); }
  const ui::Words& words() const override { return words_; }
  const Clock& clock() const override { return page_.device_.clock; }
  const wire::SessionInfo& session() const override { return session_; }
  Records& records() override { return page_.engine_; }
  std::string intent_href(std::string_view, const Bytes&) const override { return {}; }
  Bytes intent_in(const Route&) const override { return {}; }
  void send_anonymously(Letter letter, std::function<void(Result<void>)> saved) override {
    page_.letters_.post({letter.path, {}, {}, std::move(letter.frame)}, std::move(saved));
  }
  LetterFacts letters() const override {
    const client::LetterStatus& status = page_.letters_.status();
    return {status.waiting, status.refused, status.repeated};
  }
  void prepare_token(std::string_view, std::string_view) override {}
  Records& nobodys_records() override { return still_.nobodys_records(); }
  Attachments& attachments() override { return still_.attachments(); }
  void find_device() override {}
  const DevicePlace& device_place() const override { return still_.device_place(); }
  testing::FakeNotes& public_notes() override { return still_.public_notes(); }
  void expect(std::string_view) override {}
  void read_file(std::string_view, std::size_t, Reply) override {}
  JoinedFiles& joined_files() override { return still_.joined_files(); }
  void carry(Carrying, Reply) override {}
  SavedCopies& saved_copies() override { return still_.saved_copies(); }

 private:
  SurveyPage& page_;
  ui::Words words_;
  testing::FakeHost still_{words_};
  wire::SessionInfo session_;
};

SurveyPage::SurveyPage(SurveyDevice device, Dice dice, Haste haste, std::function<void()> die)
    : device_(device),
      haste_(haste),
      own_store_(device.own_store, life_, die),
      public_store_(device.public_store, life_, die),
      turns_(device.scheduler, device.turns, life_),
      transport_(device.scheduler, device.council, device.line, dice.part(), life_),
      timer_(device.scheduler, life_),
      chance_(dice.part()),
      engine_({own_store_, turns_, transport_, timer_, chance_, device.clock}),
      letters_({public_store_, turns_, transport_, timer_, chance_, device.clock},
               [](std::string_view, std::string_view, client::LetterBox::Reply reply) {
                 reply(Error{ErrorCode::NotAllowed, "this survey needs no token"});
               }),
      host_(std::make_unique<PageHost>(*this)) {
  if (haste_ == Haste::Begins) host_->sign_in();
  letters_.open("public", [this](Result<void>) { letters_.send(); });
  open();
}

SurveyPage::~SurveyPage() = default;

void SurveyPage::open() {
  engine_.open(sam(), client::Keep::Everything, [this](Result<void> opened) {
    if (opened.ok()) {
      host_->sign_in();
      is_open_ = true;
      return;
    }
    // Nothing could be read just now: the person waits, and the page tries again.
    device_.scheduler.after(1000, life_, [this] { open(); });
  });
}

feedback::Answering* SurveyPage::answering() {
  // Where its drafts could not be read, the page says so and tries again. Whoever is in haste answers meanwhile.
  if (is_open_ && engine_.are_drafts_unreadable()) engine_.sync(client::SyncReason::Asked);
  const bool is_known = is_open_ && engine_.are_drafts_read();
  if (!is_known && haste_ == Haste::Waits) return nullptr;
  if (!answering_) answering_.emplace(*host_, device_.council.survey(), feedback::VisitAbout{});
  answering_->take_up();
  return &*answering_;
}

}  // namespace alongside::schedules
