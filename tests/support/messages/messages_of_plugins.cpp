#include "tests/support/messages/outside_message.hpp"

#include "plugins/comments/model/comment_list.hpp"
#include "plugins/comments/model/remark.hpp"
#include "plugins/comments/model/remark_form.hpp"
#include "plugins/comments/model/remark_record.hpp"
#include "plugins/employing/model/changes.hpp"
#include "plugins/employing/model/figures.hpp"
#include "plugins/employing/model/work_entry.hpp"
#include "plugins/employing/model/worker.hpp"
#include "plugins/employing/model/worker_form.hpp"
#include "plugins/employing/pages/hours_form.hpp"
#include "plugins/guidance/model/guidance_book.hpp"
#include "plugins/local_offer/model/details/offer_details.hpp"
#include "plugins/local_offer/model/map/map_base.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_query.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/model/told_ask.hpp"
#include "plugins/requests/model/changes.hpp"
#include "plugins/requests/model/family_request.hpp"
#include "plugins/requests/model/request_form.hpp"

namespace alongside::testing {

std::vector<OutsideMessage> messages_of_plugins() {
  return {
      outside_message<comments::CommentList>("CommentList"),
      outside_message<comments::SendRemark>("SendRemark"),
      outside_message<comments::RemarkForm>("RemarkForm"),
      outside_message<comments::RemarkRecord>("RemarkRecord"),
      outside_message<employing::PutWorker>("PutWorker"),
      outside_message<employing::RecordHours>("RecordHours"),
      outside_message<employing::ConfirmHours>("ConfirmHours"),
      outside_message<employing::PayFigures>("PayFigures"),
      outside_message<employing::WorkEntry>("WorkEntry"),
      outside_message<employing::Confirmation>("Confirmation"),
      outside_message<employing::Worker>("Worker"),
      outside_message<employing::WorkerForm>("WorkerForm"),
      outside_message<guidance::GuidanceBook>("GuidanceBook"),
      outside_message<local_offer::OfferList>("OfferList"),
      outside_message<local_offer::ServiceDetail>("ServiceDetail"),
      outside_message<local_offer::ToldAsk>("ToldAsk"),
      outside_message<local_offer::KeepAsk>("KeepAsk"),
      outside_message<requests::AskFor>("AskFor"),
      outside_message<requests::AddWords>("AddWords"),
      outside_message<requests::TakeBack>("TakeBack"),
      outside_message<requests::FamilyRequest>("FamilyRequest"),
      outside_message<requests::RequestForm>("RequestForm"),
      outside_message<local_offer::OfferDetails>("OfferDetails"),
      outside_message<local_offer::MapBase>("MapBase"),
      outside_message<local_offer::SearchQuery>("SearchQuery"),
      outside_message<local_offer::SearchAnswer>("SearchAnswer"),
      outside_message<employing::TypedHours>("TypedHours"),
  };
}

}  // namespace alongside::testing
