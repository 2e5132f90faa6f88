#include "tests/support/messages/outside_message.hpp"

#include "app/client/account/fact_draft.hpp"
#include "app/client/sync/letter_entry.hpp"
#include "app/client/sync/outbox_entry.hpp"
#include "app/server/admin_messages.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/messages/offer_proposal.hpp"
#include "app/wire/messages/operation.hpp"
#include "app/wire/messages/problem.hpp"
#include "app/wire/messages/public_page.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/messages/saved_copy.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/messages/sign_in.hpp"

namespace alongside::testing {

std::vector<OutsideMessage> messages_of_app() {
  return {
      outside_message<wire::Attachment>("Attachment"),
      outside_message<wire::FilePiece>("FilePiece"),
      outside_message<wire::FileProgress>("FileProgress"),
      outside_message<wire::Council>("Council"),
      outside_message<wire::Document>("Document"),
      outside_message<wire::FeedPage>("FeedPage"),
      outside_message<wire::Fact>("Fact"),
      outside_message<wire::Share>("Share"),
      outside_message<wire::Preference>("Preference"),
      outside_message<wire::CostIntent>("CostIntent"),
      outside_message<wire::VisitIntent>("VisitIntent"),
      outside_message<wire::AskIntent>("AskIntent"),
      outside_message<wire::SaidIntent>("SaidIntent"),
      outside_message<wire::WorkersIntent>("WorkersIntent"),
      outside_message<wire::RightsIntent>("RightsIntent"),
      outside_message<wire::ComplainIntent>("ComplainIntent"),
      outside_message<wire::FindIntent>("FindIntent"),
      outside_message<wire::Letter>("Letter"),
      outside_message<wire::Notice>("Notice"),
      outside_message<wire::NoticeRead>("NoticeRead"),
      outside_message<wire::OfferProposal>("OfferProposal"),
      outside_message<wire::Operation>("Operation"),
      outside_message<wire::Problem>("Problem"),
      outside_message<wire::PublicPage>("PublicPage"),
      outside_message<wire::Push>("Push"),
      outside_message<wire::PushReply>("PushReply"),
      outside_message<wire::SavedCopy>("SavedCopy"),
      outside_message<wire::KnownChanges>("KnownChanges"),
      outside_message<wire::SessionInfo>("SessionInfo"),
      outside_message<wire::DemoSignIn>("DemoSignIn"),
      outside_message<wire::DemoPeople>("DemoPeople"),
      outside_message<wire::SessionList>("SessionList"),
      outside_message<wire::SessionRevoke>("SessionRevoke"),
      outside_message<wire::SignInDesk>("SignInDesk"),
      outside_message<wire::SignInCode>("SignInCode"),
      outside_message<client::LetterEntry>("LetterEntry"),
      outside_message<client::OutboxEntry>("OutboxEntry"),
      outside_message<client::FactDraft>("FactDraft"),
      outside_message<server::AdminRequest>("AdminRequest"),
      outside_message<server::AdminReply>("AdminReply"),
  };
}

}  // namespace alongside::testing
