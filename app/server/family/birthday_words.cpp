#include "app/server/family/birthday_words.hpp"

namespace alongside::server {

namespace {

constexpr const char* where = "/account";

NewNotice to_young_person(Birthday birthday) {
  switch (birthday) {
    case Birthday::SoonSixteen:
      return {{"You will be 16 soon", "Byddwch yn 16 oed cyn bo hir"},
              {"From your birthday, more choices about your health and your help are yours. Around then, choices about "
               "your plan for learning become yours too. You can ask people you trust to help you choose. What you "
               "write here stays yours.",
               "O'ch pen-blwydd ymlaen, bydd mwy o ddewisiadau am eich iechyd a'ch help yn perthyn i chi. Tua'r un "
               "pryd, chi fydd yn cael dewis am eich cynllun dysgu hefyd. Gallwch ofyn i bobl rydych yn ymddiried "
               "ynddynt eich helpu i ddewis. Chi biau'r hyn rydych yn ei ysgrifennu yma."},
              where};
    case Birthday::Sixteen:
      return {{"You are 16: more choices are yours", "Rydych yn 16 oed: chi biau mwy o ddewisiadau"},
              {"Choices about your health and your help are now yours to make. You can still ask people you trust to "
               "help you. Here you decide who sees what you write.",
               "Chi sy'n cael dewis nawr am eich iechyd a'ch help. Gallwch ofyn o hyd i bobl rydych yn ymddiried "
               "ynddynt eich helpu. Yma chi sy'n penderfynu pwy sy'n gweld yr hyn rydych yn ei ysgrifennu."},
              where};
    case Birthday::SoonEighteen:
      return {{"You will be 18 soon", "Byddwch yn 18 oed cyn bo hir"},
              {"On your birthday you are an adult. From then on, your parents see only what you share with them here. "
               "Would you like them to see something? You can share it now or later. Ring us if you would like help.",
               "Ar eich pen-blwydd byddwch yn oedolyn. O hynny ymlaen, dim ond yr hyn rydych yn ei rannu gyda nhw "
               "yma fydd eich rhieni yn ei weld. Hoffech chi iddyn nhw weld rhywbeth? Gallwch ei rannu nawr neu'n "
               "hwyrach. Ffoniwch ni os hoffech help."},
              where};
    case Birthday::Eighteen: break;
  }
  return {{"You are 18: you decide who sees what", "Rydych yn 18 oed: chi sy'n penderfynu pwy sy'n gweld beth"},
          {"You are an adult now. Your parents see only what you share with them here. You can share more, or less, on "
           "any day. What they shared with you is still here. Ring us if you would like help.",
           "Rydych yn oedolyn nawr. Dim ond yr hyn rydych yn ei rannu gyda nhw yma mae eich rhieni yn ei weld. "
           "Gallwch rannu mwy, neu lai, ar unrhyw ddiwrnod. Mae'r hyn a rannon nhw gyda chi yma o hyd. Ffoniwch ni "
           "os hoffech help."},
          where};
}

NewNotice to_parent(Birthday birthday) {
  switch (birthday) {
    case Birthday::SoonSixteen:
      return {{"Somebody in your family will be 16 soon", "Bydd rhywun yn eich teulu yn 16 oed cyn bo hir"},
              {"From 16, young people make more choices about their health and their help themselves. Around then, "
               "choices about their plan for learning become theirs too. You can go on helping them. What you see here "
               "does not change on that day.",
               "O 16 oed ymlaen, mae pobl ifanc yn gwneud mwy o ddewisiadau am eu hiechyd a'u help eu hunain. Tua'r un "
               "pryd, nhw fydd yn cael dewis am eu cynllun dysgu hefyd. Gallwch ddal i'w helpu. Nid yw'r hyn rydych "
               "yn ei weld yma yn newid y diwrnod hwnnw."},
              where};
    case Birthday::Sixteen:
      return {{"Somebody in your family is 16 now", "Mae rhywun yn eich teulu yn 16 oed nawr"},
              {"Choices about their health and their help are now theirs to make. You can go on helping them. What you "
               "see here does not change today.",
               "Nhw sy'n cael dewis nawr am eu hiechyd a'u help. Gallwch ddal i'w helpu. Nid yw'r hyn rydych yn ei "
               "weld yma yn newid heddiw."},
              where};
    case Birthday::SoonEighteen:
      return {{"Somebody in your family will be 18 soon", "Bydd rhywun yn eich teulu yn 18 oed cyn bo hir"},
              {"On that day they are an adult, and what you see and do here as their parent ends. What you wrote "
               "yourself stays yours. They can share things with you. Has a court, or have they themselves, asked you "
               "to act for them, or do you look after their benefits? Please tell us before the day, so that you can "
               "carry on. And please send what is not sent yet.",
               "Y diwrnod hwnnw byddant yn oedolyn, a bydd yr hyn rydych yn ei weld ac yn ei wneud yma fel eu rhiant "
               "yn dod i ben. Chi biau'r hyn a ysgrifennoch eich hun o hyd. Gallant rannu pethau gyda chi. A oes llys, "
               "neu a ydyn nhw eu hunain, wedi gofyn i chi weithredu drostynt, neu a ydych yn gofalu am eu "
               "budd-daliadau? Dywedwch wrthym cyn y diwrnod, er mwyn i chi allu cario ymlaen. Ac anfonwch yr hyn sydd "
               "heb ei anfon eto."},
              where};
    case Birthday::Eighteen: break;
  }
  return {{"Somebody in your family is 18 now", "Mae rhywun yn eich teulu yn 18 oed nawr"},
          {"They are an adult, so you no longer see or change things here as their parent. What you wrote yourself is "
           "still here. They can share things with you. If you act for them by law, ring us and we will write it "
           "down.",
           "Maen nhw'n oedolyn, felly nid ydych yn gweld nac yn newid pethau yma fel eu rhiant mwyach. Mae'r hyn a "
           "ysgrifennoch eich hun yma o hyd. Gallant rannu pethau gyda chi. Os ydych yn gweithredu drostynt yn ôl y "
           "gyfraith, ffoniwch ni ac fe wnawn ei nodi."},
          where};
}

}  // namespace

NewNotice birthday_notice(Birthday birthday, ToldAs who) {
  return who == ToldAs::YoungPerson ? to_young_person(birthday) : to_parent(birthday);
}

}  // namespace alongside::server
