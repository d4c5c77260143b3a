// Made by `node tests/outsiders/write-api-types.mjs`; held to the description by tests/house/openapi.test.ts.
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a user name and password for a token */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens of this account, without what they open with */
        get: operations["listTokens"];
        put?: never;
        /** A token for a system of the department: with a name, a scope and an end */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a token at once */
        post: operations["endToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拟定联合抽查
         * @description Stages: opens the case. Capacities: departmentHandler (any).
         */
        post: operations["jointCheck.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修改方案
         * @description Stages: drafting, consulting, returned. Capacities: departmentHandler (lead).
         */
        post: operations["jointCheck.revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 书面征求意见
         * @description Stages: drafting. Capacities: departmentHandler (lead).
         */
        post: operations["jointCheck.consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.withdrawObjection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回不同意意见
         * @description Stages: consulting, awaitingApproval, returned, drafting. Capacities: departmentLeader (participant).
         */
        post: operations["jointCheck.withdrawObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.settleByMinutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记会议纪要（解决分歧）
         * @description Stages: consulting, awaitingApproval. Capacities: officeHandler (office).
         */
        post: operations["jointCheck.settleByMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提请审定
         * @description Stages: consulting, drafting. Capacities: departmentHandler (lead).
         */
        post: operations["jointCheck.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.proposeDecision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拟办
         * @description Stages: awaitingApproval. Capacities: officeHandler (office).
         */
        post: operations["jointCheck.proposeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出审定意见
         * @description Stages: awaitingApproval. Capacities: officeDirector (office).
         */
        post: operations["jointCheck.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.fulfilCondition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 落实修改意见
         * @description Stages: approved. Capacities: departmentHandler (lead).
         */
        post: operations["jointCheck.fulfilCondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.proposeExtension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请延期
         * @description Stages: underway. Capacities: departmentHandler (lead).
         */
        post: operations["jointCheck.proposeExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.decideExtension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审定延期
         * @description Stages: underway. Capacities: officeDirector (office).
         */
        post: operations["jointCheck.decideExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.releaseDepartment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理部门退出
         * @description Stages: underway, terminated. Capacities: officeDirector (office).
         */
        post: operations["jointCheck.releaseDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回
         * @description Stages: drafting, consulting, awaitingApproval, returned, approved. Capacities: departmentLeader (lead).
         */
        post: operations["jointCheck.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/jointCheck.terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止
         * @description Stages: approved, drawn, underway. Capacities: officeDirector (office).
         */
        post: operations["jointCheck.terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/consultation.handOn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转办
         * @description Stages: open. Capacities: departmentLiaison (addressee).
         */
        post: operations["consultation.handOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/consultation.draftAnswer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 起草答复
         * @description Stages: open. Capacities: departmentHandler (addressee).
         */
        post: operations["consultation.draftAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/consultation.returnDraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回起草
         * @description Stages: open. Capacities: departmentLeader (addressee).
         */
        post: operations["consultation.returnDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/consultation.sendAnswer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发出答复
         * @description Stages: open. Capacities: departmentLeader (addressee).
         */
        post: operations["consultation.sendAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/consultation.remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 催办
         * @description Stages: open. Capacities: departmentHandler (sender), system (clock).
         */
        post: operations["consultation.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/draw.freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 锁定名单
         * @description Stages: awaitingFreeze. Capacities: departmentHandler (lead).
         */
        post: operations["draw.freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/draw.hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 抽取
         * @description Stages: frozen. Capacities: officeHandler (office).
         */
        post: operations["draw.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.setDate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确定检查日期
         * @description Stages: awaitingDate, scheduled. Capacities: departmentHandler (lead).
         */
        post: operations["visit.setDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.askOtherDate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请改期
         * @description Stages: scheduled. Capacities: departmentHandler (inspecting).
         */
        post: operations["visit.askOtherDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.issueNotice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发出检查通知
         * @description Stages: scheduled, noticed. Capacities: departmentHandler (lead).
         */
        post: operations["visit.issueNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.replaceOfficer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换检查人员
         * @description Stages: awaitingDate, scheduled, awaitingVisit, reviewed. Capacities: departmentLeader (inspecting).
         */
        post: operations["visit.replaceOfficer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.allInOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 全部未发现问题
         * @description Stages: awaitingVisit. Capacities: inspector (assigned).
         */
        post: operations["visit.allInOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.enterResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入检查结果
         * @description Stages: awaitingVisit. Capacities: inspector (assigned).
         */
        post: operations["visit.enterResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.confirmResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认检查结果
         * @description Stages: entered. Capacities: inspector (assigned).
         */
        post: operations["visit.confirmResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.disputeResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不一致，退回录入人
         * @description Stages: entered. Capacities: inspector (assigned).
         */
        post: operations["visit.disputeResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.takeBackResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收回录入
         * @description Stages: entered. Capacities: inspector (assigned).
         */
        post: operations["visit.takeBackResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.nameSubstitute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 另定确认人
         * @description Stages: entered. Capacities: departmentLeader (inspecting).
         */
        post: operations["visit.nameSubstitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.reviewResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核检查结果
         * @description Stages: confirmed. Capacities: departmentLeader (inspecting).
         */
        post: operations["visit.reviewResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.publishResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示检查结果
         * @description Stages: reviewed. Capacities: departmentHandler (inspecting).
         */
        post: operations["visit.publishResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.proposeWithholding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请依法不公开
         * @description Stages: reviewed. Capacities: departmentHandler (inspecting).
         */
        post: operations["visit.proposeWithholding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.decideWithholding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 决定是否不公开
         * @description Stages: reviewed. Capacities: departmentLeader (inspecting).
         */
        post: operations["visit.decideWithholding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.correctResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正检查结果
         * @description Stages: confirmed, reviewed. Capacities: inspector (assigned).
         */
        post: operations["visit.correctResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.withdrawPublication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销公示
         * @description Stages: reviewed, entered, confirmed, awaitingVisit. Capacities: departmentLeader (inspecting).
         */
        post: operations["visit.withdrawPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.draftReferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 另拟移送
         * @description Stages: reviewed. Capacities: departmentHandler (inspecting).
         */
        post: operations["visit.draftReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/visit.concludeDisposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结后续处理
         * @description Stages: reviewed. Capacities: departmentHandler (inspecting).
         */
        post: operations["visit.concludeDisposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 完善移送材料
         * @description Stages: draft, refused. Capacities: departmentHandler (sender).
         */
        post: operations["referral.amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签发移送
         * @description Stages: draft. Capacities: departmentLeader (sender).
         */
        post: operations["referral.dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签收
         * @description Stages: dispatched. Capacities: departmentHandler (addressee).
         */
        post: operations["referral.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.refuseReceipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回移送
         * @description Stages: dispatched. Capacities: departmentHandler (addressee).
         */
        post: operations["referral.refuseReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收回移送
         * @description Stages: dispatched, received. Capacities: departmentLeader (sender).
         */
        post: operations["referral.recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.reportOutcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 反馈处理结果
         * @description Stages: received. Capacities: departmentHandler (addressee), departmentHandler (sender).
         */
        post: operations["referral.reportOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 催办
         * @description Stages: dispatched, received. Capacities: departmentHandler (sender).
         */
        post: operations["referral.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/referral.giveUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不再移送
         * @description Stages: draft, refused. Capacities: departmentLeader (sender).
         */
        post: operations["referral.giveUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/to-do": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for this account */
        get: operations["listToDo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases that this account may see, newest first */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{kind}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with the acts that are open to this account */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{kind}/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every act of a case, newest first */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joint-checks/{number}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a check is */
        get: operations["readCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objects by credit code, registration number or part of the name; acts name them by `id` */
        get: operations["listObjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Officers by staff number or part of the name; acts name them by `id` */
        get: operations["listOfficers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items in force that may be checked jointly */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scope-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many active objects a scope holds, in all and by risk class, as far as you may read the register */
        post: operations["countScope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{kind}/{number}/openings/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an act answers for, to be read before it is done; that it was handed out is recorded */
        post: operations["openForAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a file; acts then name it by `id` */
        post: operations["sendFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment or a drawn paper, as it is */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{kind}/{number}/papers/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a paper drawn: of a visit, or those of every visit of a check as one file */
        post: operations["askForPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a paper is that was asked for; with its file once it is drawn */
        get: operations["readPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        JointCheckProposeInput: {
            scheme: {
                title: string;
                /** @default  */
                purpose?: string;
                tasks: {
                    department: string;
                    items: string[];
                    /** @default 2 */
                    officers?: number;
                    /** @default [] */
                    qualifications?: string[];
                }[];
                scope: {
                    /** @default [] */
                    kinds?: ("enterprise" | "individualBusiness" | "cooperative" | "representativeOffice" | "unlicensed" | "nonEnterpriseUnit" | "product" | "project" | "behaviour")[];
                    /** @default [] */
                    industries?: string[];
                    /** @default [] */
                    divisions?: string[];
                    /** @default [] */
                    tags?: string[];
                    /** @default [] */
                    riskClasses?: ("A" | "B" | "C" | "D")[];
                };
                strata: {
                    /** @enum {string} */
                    scale?: "general";
                    /** @enum {string} */
                    grade?: "A" | "B" | "C" | "D";
                    /** @constant */
                    unclassified?: true;
                    /** @constant */
                    all?: true;
                    basisPoints?: number;
                    count?: number;
                }[];
                /** Format: date */
                windowFrom: string;
                /** Format: date */
                windowTo: string;
                /** @default 1 */
                objectsPerTrip?: number;
                /** @default false */
                openAtOnce?: boolean;
                /** @default true */
                excludeOpenChecks?: boolean;
                unannouncedBasis?: string;
            };
        };
        JointCheckReviseInput: {
            scheme: {
                title: string;
                /** @default  */
                purpose?: string;
                tasks: {
                    department: string;
                    items: string[];
                    /** @default 2 */
                    officers?: number;
                    /** @default [] */
                    qualifications?: string[];
                }[];
                scope: {
                    /** @default [] */
                    kinds?: ("enterprise" | "individualBusiness" | "cooperative" | "representativeOffice" | "unlicensed" | "nonEnterpriseUnit" | "product" | "project" | "behaviour")[];
                    /** @default [] */
                    industries?: string[];
                    /** @default [] */
                    divisions?: string[];
                    /** @default [] */
                    tags?: string[];
                    /** @default [] */
                    riskClasses?: ("A" | "B" | "C" | "D")[];
                };
                strata: {
                    /** @enum {string} */
                    scale?: "general";
                    /** @enum {string} */
                    grade?: "A" | "B" | "C" | "D";
                    /** @constant */
                    unclassified?: true;
                    /** @constant */
                    all?: true;
                    basisPoints?: number;
                    count?: number;
                }[];
                /** Format: date */
                windowFrom: string;
                /** Format: date */
                windowTo: string;
                /** @default 1 */
                objectsPerTrip?: number;
                /** @default false */
                openAtOnce?: boolean;
                /** @default true */
                excludeOpenChecks?: boolean;
                unannouncedBasis?: string;
            };
            reason: string;
            version: number;
        };
        JointCheckConsultInput: {
            /** @enum {string} */
            silence?: "agreed" | "leader" | "blocks";
            workingDays?: number;
            version: number;
        };
        JointCheckWithdrawObjectionInput: {
            reason: string;
        };
        JointCheckSettleByMinutesInput: {
            departments: string[];
            minutesNumber: string;
            /** Format: date */
            minutesDate: string;
            attachments: string[];
        };
        JointCheckSubmitInput: {
            version: number;
        };
        JointCheckProposeDecisionInput: {
            /** @enum {string} */
            outcome: "approve" | "approveWithConditions" | "return" | "reject";
            /** @enum {string} */
            basis?: "minutes" | "authorisation";
            minutesNumber?: string;
            /** Format: date */
            minutesDate?: string;
            /** @default [] */
            attachments?: string[];
            authorisation?: string;
            /** @default [] */
            conditions?: string[];
            reason?: string;
            version: number;
        };
        JointCheckDecideInput: {
            /** @enum {string} */
            consent: "confirm" | "sendBack";
            reason?: string;
            version: number;
        };
        JointCheckFulfilConditionInput: {
            condition: number;
            note: string;
            /** @default [] */
            attachments?: string[];
        };
        JointCheckProposeExtensionInput: {
            /** Format: date */
            windowTo: string;
            reason: string;
        };
        JointCheckDecideExtensionInput: {
            /** @enum {string} */
            consent: "confirm" | "refuse";
            /** @enum {string} */
            basis?: "minutes" | "authorisation";
            minutesNumber?: string;
            /** Format: date */
            minutesDate?: string;
            /** @default [] */
            attachments?: string[];
            authorisation?: string;
            reason?: string;
            version: number;
        };
        JointCheckReleaseDepartmentInput: {
            department: string;
            reason: string;
        };
        JointCheckWithdrawInput: {
            reason: string;
            publicNote?: string;
        };
        JointCheckTerminateInput: {
            reason: string;
            publicNote: string;
            /** @enum {string} */
            basis?: "minutes" | "authorisation";
            minutesNumber?: string;
            /** Format: date */
            minutesDate?: string;
            /** @default [] */
            attachments?: string[];
            authorisation?: string;
        };
        ConsultationHandOnInput: {
            note?: string;
        };
        ConsultationDraftAnswerInput: {
            /** @enum {string} */
            verdict: "agree" | "agreeWithComments" | "object";
            reasons?: string;
            /** @default [] */
            attachments?: string[];
            version: number;
        };
        ConsultationReturnDraftInput: {
            reason: string;
            version: number;
        };
        ConsultationSendAnswerInput: {
            /** @enum {string} */
            verdict?: "agree" | "agreeWithComments" | "object";
            reasons?: string;
            version: number;
        };
        ConsultationRemindInput: {
            departments?: string[];
        };
        DrawFreezeInput: Record<string, never>;
        DrawHoldInput: Record<string, never>;
        VisitSetDateInput: {
            /** Format: date */
            date: string;
            version: number;
        };
        VisitAskOtherDateInput: {
            /** Format: date */
            wanted: string;
            reason: string;
            version: number;
        };
        VisitIssueNoticeInput: {
            version: number;
        };
        VisitReplaceOfficerInput: {
            /** Format: uuid */
            officer: string;
            /** @enum {string} */
            reasonCode: "recusal" | "certificate" | "transferred" | "leave" | "suspended";
            note?: string;
            version: number;
        };
        VisitAllInOrderInput: {
            /** Format: date */
            completedOn: string;
            earlyReason?: string;
            methods: ("onSite" | "written" | "otherDepartmentFindings" | "testing" | "onlineMonitoring" | "commissioned")[];
            /** @enum {string} */
            signature: "signed" | "refused" | "absent";
            signatureNote?: string;
            registerNote?: string;
            itemNote?: string;
            /** @default [] */
            attachments?: string[];
            version: number;
        };
        VisitEnterResultInput: {
            /** @enum {string} */
            code: "1" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "A" | "B" | "C" | "E" | "F";
            /** @enum {string} */
            followUp: "none" | "dailySupervision" | "orderCorrection" | "caseUnit" | "crossNotice" | "other";
            /** Format: date */
            completedOn: string;
            earlyReason?: string;
            methods: ("onSite" | "written" | "otherDepartmentFindings" | "testing" | "onlineMonitoring" | "commissioned")[];
            /** @default [] */
            rows?: {
                item: string;
                /**
                 * @default unchecked
                 * @enum {string}
                 */
                finding?: "unchecked" | "inOrder" | "problem" | "notApplicable";
                problem?: string;
                handling?: string;
            }[];
            otherProblem?: string;
            objectOpinion?: string;
            /** @enum {string} */
            signature: "signed" | "refused" | "absent";
            signatureNote?: string;
            evidencePlace?: string;
            evidenceTime?: string;
            evidenceWitness?: string;
            evidenceRecord?: string;
            registerNote?: string;
            itemNote?: string;
            restsOn?: string;
            /** @default [] */
            attachments?: string[];
            reason?: string;
            version: number;
        };
        VisitConfirmResultInput: {
            version: number;
        };
        VisitDisputeResultInput: {
            reason: string;
            version: number;
        };
        VisitTakeBackResultInput: {
            reason?: string;
            version: number;
        };
        VisitNameSubstituteInput: {
            /** Format: uuid */
            officer: string;
            reason: string;
            version: number;
        };
        VisitReviewResultInput: {
            /** @enum {string} */
            verdict: "pass" | "return";
            reason?: string;
            /** @enum {string} */
            registerRead?: "active" | "dormant" | "suspended" | "deregistered" | "revoked" | "cancelled" | "movedOut";
            version: number;
        };
        VisitPublishResultInput: {
            version: number;
        };
        VisitProposeWithholdingInput: {
            legalBasis: string;
            reason: string;
            version: number;
        };
        VisitDecideWithholdingInput: {
            /** @enum {string} */
            consent: "confirm" | "sendBack";
            reason?: string;
            publicNote?: string;
            version: number;
        };
        VisitCorrectResultInput: {
            /** @enum {string} */
            code: "1" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "A" | "B" | "C" | "E" | "F";
            /** @enum {string} */
            followUp: "none" | "dailySupervision" | "orderCorrection" | "caseUnit" | "crossNotice" | "other";
            /** Format: date */
            completedOn: string;
            earlyReason?: string;
            methods: ("onSite" | "written" | "otherDepartmentFindings" | "testing" | "onlineMonitoring" | "commissioned")[];
            /** @default [] */
            rows?: {
                item: string;
                /**
                 * @default unchecked
                 * @enum {string}
                 */
                finding?: "unchecked" | "inOrder" | "problem" | "notApplicable";
                problem?: string;
                handling?: string;
            }[];
            otherProblem?: string;
            objectOpinion?: string;
            /** @enum {string} */
            signature: "signed" | "refused" | "absent";
            signatureNote?: string;
            evidencePlace?: string;
            evidenceTime?: string;
            evidenceWitness?: string;
            evidenceRecord?: string;
            registerNote?: string;
            itemNote?: string;
            restsOn?: string;
            /** @default [] */
            attachments?: string[];
            reason: string;
            publicNote?: string;
            /** Format: date */
            errorEstablishedOn?: string;
            version: number;
        };
        VisitWithdrawPublicationInput: {
            reason: string;
            publicNote: string;
            version: number;
        };
        VisitDraftReferralInput: {
            /** @enum {string} */
            kind: "caseUnit" | "crossNotice" | "publicCredit" | "jointDiscipline";
            addressee?: string;
            version: number;
        };
        VisitConcludeDispositionInput: {
            statement: string;
            /** @default [] */
            attachments?: string[];
            version: number;
        };
        ReferralAmendInput: {
            addressee?: string;
            facts: string;
            legalBasis: string;
            catalogueCode?: string;
            /** @default [] */
            attachments?: string[];
            version: number;
        };
        ReferralDispatchInput: {
            version: number;
        };
        ReferralReceiveInput: {
            version: number;
        };
        ReferralRefuseReceiptInput: {
            reason: string;
            version: number;
        };
        ReferralRecallInput: {
            reason: string;
            version: number;
        };
        ReferralReportOutcomeInput: {
            statement: string;
            /** @default [] */
            attachments?: string[];
            version: number;
        };
        ReferralRemindInput: Record<string, never>;
        ReferralGiveUpInput: {
            reason: string;
            version: number;
        };
        /** @description RFC 9457: what happened, what it means, what to do next. Details of the code stand beside. */
        Problem: {
            type: string;
            title: string;
            detail: string;
            status: number;
            /** @enum {string} */
            code: "NOT_SIGNED_IN" | "SIGN_IN_FAILED" | "SIGN_IN_LOCKED" | "TOO_MANY_REQUESTS" | "PASSWORD_CHANGE_NEEDED" | "PASSWORD_TOO_WEAK" | "PASSWORD_WRONG" | "FORM_EXPIRED" | "TOKEN_SCOPE" | "NOT_ENTITLED" | "ACCOUNT_NOT_ENTITLED" | "OTHER_UNIT_IN_CASE" | "NOT_ASSIGNED" | "SAME_PERSON" | "OFFICER_CANNOT_REVIEW" | "ADDRESSEE_REPORTS" | "NOT_FOUND" | "CASE_UNKNOWN" | "ACT_UNKNOWN" | "RESULT_UNKNOWN" | "WRONG_STAGE" | "CASE_CLOSED" | "ALREADY_OPEN" | "STALE_VERSION" | "ALREADY_ANSWERED" | "ALREADY_HANDED_ON" | "ALREADY_LAPSED" | "DECISION_PROPOSED" | "NO_DECISION_PROPOSED" | "NO_DRAFT" | "NO_STANDING_OBJECTION" | "NO_OPEN_CONDITION" | "NO_OPEN_DISPOSITION" | "NO_WITHHOLDING_PROPOSED" | "NOTHING_TO_PUBLISH" | "NOT_PUBLISHED" | "NOBODY_TO_ASK" | "REMINDED_LATELY" | "NOT_AWAITED" | "NOT_ALL_CONSULTED" | "OBJECTION_STANDS" | "ROUND_OPEN" | "ROUND_NOT_OPEN" | "RESULTS_OPEN" | "RESULT_ENTERED" | "PHONE_MISSING" | "NOTHING_TO_PRINT" | "DRAW_NOT_HELD" | "DRAW_UNKNOWN" | "POOL_NOT_FROZEN" | "POOL_OVERTAKEN" | "FIRMS_FROZEN_ELSEWHERE" | "VISITS_OPEN" | "CONDITION_FULFILLED" | "EXTENSION_PROPOSED" | "NO_EXTENSION_PROPOSED" | "EXTENSION_NOT_LATER" | "TERM_UNCHANGED" | "RESULT_CORRECTED" | "REFERRAL_INCOMPLETE" | "REFERRAL_RUNNING" | "KEY_USED_OTHERWISE" | "TOO_MANY_ACTS" | "REQUEST_UNSIGNED" | "REQUEST_STALE" | "STEP_PARKED" | "STEP_UNKNOWN" | "STEP_NOT_PARKED" | "STEP_OTHERWISE" | "CASE_BEHIND" | "INVALID_INPUT" | "MALFORMED" | "UPLOAD_BROKEN" | "FILE_UNKNOWN" | "FILE_TOO_LARGE" | "FILES_TOO_LARGE" | "CONTENT_TOO_LARGE" | "FILE_TYPE_REFUSED" | "FILES_TOO_MANY" | "DRAFT_TOO_LARGE" | "ROW_NOT_OPENED" | "REASON_NEEDED" | "BASIS_NEEDED" | "MINUTES_INCOMPLETE" | "AUTHORISATION_NOT_VALID" | "AUTHORISATION_NOT_COVERING" | "CONDITIONS_NEEDED" | "CONDITIONS_WITHOUT_OUTCOME" | "CONDITION_UNKNOWN" | "LEAD_WITHOUT_ITEMS" | "WINDOW_PAST" | "WINDOW_BEFORE_PROPOSAL" | "DEPARTMENT_UNKNOWN" | "DEPARTMENT_DOES_NOT_INSPECT" | "DEPARTMENT_STILL_INSPECTS" | "DEPARTMENT_RELEASED" | "NOT_A_PARTICIPANT" | "LEAD_CANNOT_LEAVE" | "ITEM_NOT_IN_FORCE" | "ITEM_OF_OTHER_DEPARTMENT" | "SCOPE_EMPTY" | "POOL_EMPTY" | "NOTHING_TO_DRAW" | "DRAW_INFEASIBLE" | "DATE_PAST" | "DATE_IN_FUTURE" | "DATE_BEFORE_WINDOW" | "DATE_OUTSIDE_WINDOW" | "ITEM_NOT_OF_FORM" | "ITEM_TWICE" | "ITEMS_MISSING" | "PROBLEM_WITH_CODE_1" | "PROBLEM_MISSING" | "PROBLEM_NOT_MARKED" | "FINDINGS_WITHOUT_INSPECTION" | "SIGNATURE_CONTRADICTS_CODE" | "RECORD_NEEDED" | "CHANGE_UNEXPLAINED" | "ALREADY_RECORDED" | "ENTERED_BY_OTHER" | "CORRECTION_RUNNING" | "PUBLIC_NOTE_NEEDED" | "ERROR_DAY_NEEDED" | "ERROR_DAY_UNFIT" | "FOLLOW_UP_NEEDED" | "FOLLOW_UP_WITHOUT_PROBLEM" | "WITNESS_NEEDED" | "EVIDENCE_NEEDED" | "OFFICERS_WITHOUT_CERTIFICATE" | "CERTIFICATE_NOT_VALID" | "CERTIFICATE_STILL_VALID" | "OFFICERS_RECUSED" | "OFFICER_STILL_THERE" | "RECORD_BASIS_NEEDED" | "NOT_ON_TEAM" | "NO_SUBSTITUTE" | "NOTICE_OVERTAKEN" | "NO_NOTICE_BY_SCHEME" | "DATE_BEFORE_DRAW" | "DATE_BEFORE_NOTICE" | "EARLY_REASON_NEEDED" | "UNIT_INSPECTS_NO_LONGER" | "REGISTER_CONTRADICTS" | "ITEMS_ABOLISHED" | "REGISTER_STATE_UNAFFIRMED" | "OFFICER_NOT_ELIGIBLE" | "OFFICER_ALREADY_ASSIGNED" | "ADDRESSEE_NEEDED" | "ADDRESSEE_GONE" | "ADDRESSEE_WITHOUT_HANDLER" | "ADDRESSEE_HAS_HANDLER" | "ADDRESSEE_IS_PLATFORM" | "ADDRESSEE_IS_SENDER" | "REFUSED_BY_DEPARTMENT" | "NOT_IN_REGISTER" | "CODE_TAKEN" | "NOTHING_CHANGED" | "IDENTITY_CARD_NUMBER" | "RENAME_UNAFFIRMED" | "CODE_UNAFFIRMED" | "NUMBER_UNAFFIRMED" | "TAKING_AWAY_UNAFFIRMED" | "NO_IDENTITY" | "DIVISION_UNKNOWN" | "INDUSTRY_UNKNOWN" | "QUALIFICATION_UNKNOWN" | "FIRM_UNCLEAR" | "RECUSAL_SETTLED" | "RECUSAL_FIRMS_NEEDED" | "TWIN_ITSELF" | "TWIN_CLOSED" | "TWIN_STANDS" | "TWIN_TOLD_APART" | "TWIN_CODE_LOST" | "RECUSAL_FIRMS_MEANT" | "SETTING_UNKNOWN" | "ITEM_ABOLISHED" | "ABOLITION_AHEAD" | "EFFECTIVE_BEFORE_LAST" | "OWN_ACCOUNT" | "MACHINE_ACCOUNT" | "NO_MACHINE_ACCOUNT" | "TOKEN_TOLD" | "ACCOUNT_HAS_TASKS" | "INSPECTOR_MISSING" | "INSPECTOR_OF_OTHER_UNIT" | "CAPACITIES_NONE" | "CAPACITIES_APART" | "CAPACITY_OF_OTHER_UNIT" | "IMPORT_EMPTY" | "IMPORT_NOT_CSV" | "IMPORT_ENCODING" | "IMPORT_DELIMITER" | "IMPORT_HEADERS" | "IMPORT_QUOTES" | "IMPORT_TOO_LONG" | "UPLOAD_GONE" | "MESSAGE_UNKNOWN" | "MESSAGE_NOT_PARKED" | "GOES_WITH_PUBLICATION" | "MESSAGE_OVERTAKEN" | "FIELD_NOT_CORRECTABLE" | "MESSAGE_INCOMPLETE" | "ACT_PENDING" | "ENGINE_UNREACHABLE" | "INTERNAL";
            field?: string;
            issues?: ({
                path: (string | number)[];
                message: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        Person: {
            /** Format: uuid */
            account: string;
            username: string;
            name: string;
            department: string;
            capacities: ("officeHandler" | "officeDirector" | "departmentHandler" | "departmentLeader" | "departmentLiaison" | "inspector" | "supervisor" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator")[];
            /** Format: uuid */
            inspector?: string;
            mustChangePassword: boolean;
        };
        Token: {
            /** Format: uuid */
            id: string;
            label: string;
            scope: ("read" | "act")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date */
            lastUsedOn: string | null;
        };
        Remarks: {
            /**
             * @description Invisible characters that stood in the texts given; they were taken away
             * @example [
             *       "U+200B"
             *     ]
             */
            marks: string[];
            /**
             * @description Characters of private use whose meaning nobody knows; they were kept
             * @example [
             *       "U+E000"
             *     ]
             */
            unknown: string[];
        };
        Receipt: {
            caseId: string;
            number: string;
            stage: string;
            /** Format: date-time */
            at: string;
            remarks?: components["schemas"]["Remarks"];
        };
        OpeningPending: {
            /** @enum {string} */
            code: "ACT_PENDING";
            submission: string;
            remarks?: components["schemas"]["Remarks"];
        };
        ActPending: {
            /** @enum {string} */
            code: "ACT_PENDING";
            submission: string;
            remarks?: components["schemas"]["Remarks"];
            case: string;
        };
        ToDoLine: {
            /** @description Name of the firm on the day it was given notice or visited */
            object: string | null;
            /** @description Name of the firm as the register has it now */
            objectNow: string | null;
            sort: string | null;
            addressee: string | null;
            /**
             * Format: date
             * @description The last day; null where none runs, or its calendar is not published
             */
            due: string | null;
            /** @description The year whose calendar is waited for */
            pendingYear: number | null;
            act: string;
            capacity: string;
            caseId: string;
            number: string;
            title: string;
            /** @description How many cases the line stands for */
            cases: number;
            /** Format: date-time */
            since: string;
            /** @description The work came back */
            returned: boolean;
            parentId: string | null;
        };
        CasePage: {
            rows: components["schemas"]["CaseLine"][];
            total: number;
            /** @description Sent as `after` it gives what follows; null at the end */
            next: string | null;
        };
        CaseLine: {
            /** @description Name of the firm on the day it was given notice or visited */
            object: string | null;
            /** @description Name of the firm as the register has it now */
            objectNow: string | null;
            sort: string | null;
            addressee: string | null;
            id: string;
            /** @enum {string} */
            kind: "joint-check" | "consultation" | "draw" | "visit" | "referral";
            number: string;
            title: string;
            stage: string;
            closed: boolean;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            stageSince: string;
            parentTitle: string | null;
            leadDepartment: string;
            departments: string[];
            /** Format: date */
            due: string | null;
            waiting: {
                act: string;
                department: string;
                capacity: string;
                /**
                 * Format: date
                 * @description The last day; null where none runs, or its calendar is not published
                 */
                due: string | null;
                /** @description The year whose calendar is waited for */
                pendingYear: number | null;
            }[];
        };
        Case: {
            /** @description Name of the firm on the day it was given notice or visited */
            object: string | null;
            /** @description Name of the firm as the register has it now */
            objectNow: string | null;
            sort: string | null;
            addressee: string | null;
            id: string;
            /** @enum {string} */
            kind: "joint-check" | "consultation" | "draw" | "visit" | "referral";
            number: string;
            title: string;
            stage: string;
            closed: boolean;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            stageSince: string;
            parentTitle: string | null;
            parent: string | null;
            version: number;
            /** @description What the kind remembers, as far as the account may see it */
            state: {
                id: string;
                number: string;
                stage: string;
                since: string;
            } & {
                [key: string]: unknown;
            };
            waiting: {
                act: string;
                department: string;
                capacity: string;
                /**
                 * Format: date
                 * @description The last day; null where none runs, or its calendar is not published
                 */
                due: string | null;
                /** @description The year whose calendar is waited for */
                pendingYear: number | null;
                /** Format: date-time */
                since: string;
                returned: boolean;
            }[];
            /** @description Acts that are open to this account now */
            acts: string[];
            /** @description By act: the version that it replaces, to be sent with it */
            versions: {
                [key: string]: number;
            };
        };
        TimelineEntry: {
            id: string;
            act: string;
            subjectId: string;
            account: string;
            name: string | null;
            capacity: string;
            department: string;
            /** Format: date-time */
            at: string;
            reason: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
            leafHash: string;
        };
        CheckCounts: {
            visits: number;
            visited: number;
            results: number;
            awaitingPublication: number;
        };
        CheckObjectPage: {
            rows: components["schemas"]["CheckObject"][];
            total: number;
            /** @description Sent as `after` it gives what follows; null at the end */
            next: string | null;
        };
        CheckObject: {
            /** Format: uuid */
            id: string;
            name: string;
            uscc: string | null;
            registrationNo: string | null;
            kind: string;
            address: string | null;
            division: string | null;
            divisionName: string | null;
            industry: string | null;
            industryName: string | null;
            status: string;
            /**
             * Format: uuid
             * @description The record that stands, where this one was closed as a second one of the same firm
             */
            sameAs: string | null;
            /** @description Null too where the account may not see it */
            riskClass: string | null;
            responsibleDepartments: string[] | null;
            /** Format: date */
            lastCheckedOn: string | null;
        };
        OfficerPage: {
            rows: components["schemas"]["Officer"][];
            total: number;
            /** @description Sent as `after` it gives what follows; null at the end */
            next: string | null;
        };
        Officer: {
            /** Format: uuid */
            id: string;
            department: string;
            staffNo: string;
            name: string;
            unit: string;
            postClass: string;
            certificates: {
                [key: string]: unknown;
            }[];
            qualifications: string[];
            dutyStatus: string;
            available: boolean;
        } & {
            [key: string]: unknown;
        };
        ItemOption: {
            code: string;
            department: string;
            name: string;
            category: string;
        };
        ScopeCount: {
            total: number;
            byRiskClass: {
                [key: string]: number;
            };
            /** @description Objects within the total whose class you may not read */
            classHidden: number;
            /** @description Others may be in the scope, or in a class, that you may not know of */
            partial: boolean;
            remarks?: components["schemas"]["Remarks"];
        } & {
            [key: string]: unknown;
        };
        Opening: {
            act: string;
            /** @description To be sent with the act */
            version: number;
            state: {
                id: string;
                number: string;
                stage: string;
                since: string;
            } & {
                [key: string]: unknown;
            };
            /** @description The own department’s newest record of a visit */
            record: {
                [key: string]: unknown;
            } | null;
        };
        StoredFile: {
            /** Format: uuid */
            id: string;
            name: string;
            mime: string;
            size: number;
            sha256: string;
            locked: boolean;
            remarks?: components["schemas"]["Remarks"];
        };
        Paper: {
            key: string;
            kind: string;
            caseId: string;
            /** @enum {string} */
            state: "queued" | "ready" | "failed";
            done: number;
            total: number;
            /** Format: uuid */
            fileId: string | null;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The body cannot be read. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that has ended. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The account may not do this. */
        NotEntitled: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is not this account’s to see. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The case does not stand so that this can be done; its code says why. */
        NotNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent is larger than is taken. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This kind of file is not taken. */
        KindRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A field, or what it names, cannot be taken as it is; `issues` and `field` say which. */
        NotValid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says when to ask again. */
        TooMany: {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The fault is ours, and is kept for its operators; nothing was recorded. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot take it now; send it again with the same key. */
        Unreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    username: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description A token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expiresInHours: number;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                    scope: ("read" | "act")[];
                    days: number;
                };
            };
        };
        responses: {
            /** @description The token, told this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"] & {
                        token: string;
                        remarks?: components["schemas"]["Remarks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    endToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    "jointCheck.propose": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "input": {
                 *         "scheme": {
                 *           "title": "2026年餐饮单位部门联合抽查",
                 *           "purpose": "检查餐饮单位登记公示与消防安全情况。",
                 *           "tasks": [
                 *             {
                 *               "department": "SCJG",
                 *               "items": [
                 *                 "SCJG-001"
                 *               ],
                 *               "officers": 2
                 *             },
                 *             {
                 *               "department": "XFJY",
                 *               "items": [
                 *                 "XFJY-001"
                 *               ],
                 *               "officers": 2
                 *             }
                 *           ],
                 *           "scope": {
                 *             "industries": [
                 *               "62"
                 *             ],
                 *             "riskClasses": []
                 *           },
                 *           "strata": [
                 *             {
                 *               "scale": "general",
                 *               "grade": "B",
                 *               "basisPoints": 500
                 *             }
                 *           ],
                 *           "windowFrom": "2026-03-10",
                 *           "windowTo": "2026-04-30"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    input: components["schemas"]["JointCheckProposeInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.revise": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "scheme": {
                 *           "title": "2026年餐饮单位部门联合抽查",
                 *           "purpose": "检查餐饮单位登记公示与消防安全情况。",
                 *           "tasks": [
                 *             {
                 *               "department": "SCJG",
                 *               "items": [
                 *                 "SCJG-001"
                 *               ],
                 *               "officers": 2
                 *             },
                 *             {
                 *               "department": "XFJY",
                 *               "items": [
                 *                 "XFJY-001"
                 *               ],
                 *               "officers": 2
                 *             }
                 *           ],
                 *           "scope": {
                 *             "industries": [
                 *               "62"
                 *             ],
                 *             "riskClasses": []
                 *           },
                 *           "strata": [
                 *             {
                 *               "scale": "general",
                 *               "grade": "B",
                 *               "basisPoints": 500
                 *             }
                 *           ],
                 *           "windowFrom": "2026-03-10",
                 *           "windowTo": "2026-05-31"
                 *         },
                 *         "version": 1,
                 *         "reason": "按征求意见延长检查时间"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckReviseInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.consult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "silence": "leader",
                 *         "workingDays": 5,
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckConsultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.withdrawObjection": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "reason": "方案已经修改，不再坚持原意见"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckWithdrawObjectionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.settleByMinutes": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "departments": [
                 *           "XFJY"
                 *         ],
                 *         "minutesNumber": "3",
                 *         "minutesDate": "2026-03-01",
                 *         "attachments": [
                 *           "0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckSettleByMinutesInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.submit": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckSubmitInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.proposeDecision": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "outcome": "approve",
                 *         "basis": "minutes",
                 *         "minutesNumber": "3",
                 *         "minutesDate": "2026-03-01",
                 *         "attachments": [
                 *           "0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckProposeDecisionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.decide": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "consent": "confirm",
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckDecideInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.fulfilCondition": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "condition": 0,
                 *         "note": "方案已经补充"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckFulfilConditionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.proposeExtension": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "windowTo": "2026-05-31",
                 *         "reason": "汛期影响实地检查"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckProposeExtensionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.decideExtension": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "consent": "confirm",
                 *         "version": 1,
                 *         "basis": "minutes",
                 *         "minutesNumber": "5",
                 *         "minutesDate": "2026-04-20",
                 *         "attachments": [
                 *           "0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckDecideExtensionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.releaseDepartment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "department": "XFJY",
                 *         "reason": "机构改革方案明确不再承担该项检查职责"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckReleaseDepartmentInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.withdraw": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "reason": "与上级抽查任务重复",
                 *         "publicNote": "本次抽查与上级统一部署重复，不再实施。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckWithdrawInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "jointCheck.terminate": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "joint-check/320723-2026-L0001",
                 *       "input": {
                 *         "reason": "检查对象已全部由上级抽查",
                 *         "publicNote": "检查对象已由上级统一抽查，本次抽查终止。",
                 *         "basis": "minutes",
                 *         "minutesNumber": "6",
                 *         "minutesDate": "2026-04-25",
                 *         "attachments": [
                 *           "0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["JointCheckTerminateInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "consultation.handOn": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "consultation/320723-2026-L0001",
                 *       "input": {
                 *         "note": "请信用监管股提出意见"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ConsultationHandOnInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "consultation.draftAnswer": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "consultation/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "verdict": "agreeWithComments",
                 *         "reasons": "建议将检查时间避开节假日。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ConsultationDraftAnswerInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "consultation.returnDraft": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "consultation/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "请补充依据"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ConsultationReturnDraftInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "consultation.sendAnswer": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "consultation/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "verdict": "agree"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ConsultationSendAnswerInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "consultation.remind": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "consultation/320723-2026-L0001",
                 *       "input": {
                 *         "departments": [
                 *           "YJJ"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ConsultationRemindInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "draw.freeze": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "draw/320723-2026-L0001",
                 *       "input": {}
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["DrawFreezeInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "draw.hold": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "draw/320723-2026-L0001",
                 *       "input": {}
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["DrawHoldInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.setDate": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "date": "2026-03-12"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitSetDateInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.askOtherDate": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "wanted": "2026-03-20",
                 *         "reason": "当天停电检修"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitAskOtherDateInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.issueNotice": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitIssueNoticeInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.replaceOfficer": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "officer": "3c1d9f9e-0c57-4a1b-8d44-0d6fb8f0c2a5",
                 *         "reasonCode": "certificate",
                 *         "note": "证件到期未换发"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitReplaceOfficerInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.allInOrder": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "completedOn": "2026-03-12",
                 *         "methods": [
                 *           "onSite"
                 *         ],
                 *         "signature": "signed"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitAllInOrderInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.enterResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "completedOn": "2026-03-12",
                 *         "methods": [
                 *           "onSite"
                 *         ],
                 *         "signature": "signed",
                 *         "code": "C",
                 *         "followUp": "caseUnit",
                 *         "rows": [
                 *           {
                 *             "item": "SCJG-001",
                 *             "finding": "problem",
                 *             "problem": "公示的年报与账簿不符。",
                 *             "handling": "固定证据。"
                 *           }
                 *         ],
                 *         "attachments": [
                 *           "0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitEnterResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.confirmResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitConfirmResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.disputeResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "第二项当场没有查看"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitDisputeResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.takeBackResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitTakeBackResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.nameSubstitute": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "officer": "3c1d9f9e-0c57-4a1b-8d44-0d6fb8f0c2a5",
                 *         "reason": "原检查人员病休"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitNameSubstituteInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.reviewResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "verdict": "pass",
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitReviewResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.publishResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitPublishResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.proposeWithholding": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "legalBasis": "《中华人民共和国保守国家秘密法》第十三条",
                 *         "reason": "涉及国家秘密"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitProposeWithholdingInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.decideWithholding": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "consent": "confirm",
                 *         "publicNote": "依法不予公开。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitDecideWithholdingInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.correctResult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "completedOn": "2026-03-12",
                 *         "methods": [
                 *           "onSite"
                 *         ],
                 *         "signature": "signed",
                 *         "code": "1",
                 *         "followUp": "none",
                 *         "rows": [
                 *           {
                 *             "item": "SCJG-001",
                 *             "finding": "inOrder"
                 *           }
                 *         ],
                 *         "reason": "复查后更正",
                 *         "publicNote": "检查结果有误，现予更正。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitCorrectResultInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.withdrawPublication": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "对象登记有误",
                 *         "publicNote": "该结果对应的对象登记有误，现予撤销。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitWithdrawPublicationInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.draftReferral": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "kind": "crossNotice"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitDraftReferralInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "visit.concludeDisposition": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "visit/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "statement": "已经改正，后续处理完毕。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["VisitConcludeDispositionInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "addressee": "XFJY",
                 *         "facts": "疏散通道长期堵塞。",
                 *         "legalBasis": "《中华人民共和国消防法》第二十八条",
                 *         "catalogueCode": "99000000000001"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralAmendInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.dispatch": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralDispatchInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.receive": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralReceiveInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.refuseReceipt": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "不属于本单位职责"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralRefuseReceiptInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.recall": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "接收部门已无经办人，改送其他部门"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralRecallInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.reportOutcome": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "statement": "已依法处理完毕。"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralReportOutcomeInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.remind": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {}
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralRemindInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    "referral.giveUp": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "referral/320723-2026-L0001",
                 *       "input": {
                 *         "version": 1,
                 *         "reason": "经核实不构成违法"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Kind and number of the case */
                    case: string;
                    input: components["schemas"]["ReferralGiveUpInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Accepted; ask again with the same key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPending"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    listToDo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for this account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToDoLine"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                kind?: "joint-check" | "consultation" | "draw" | "visit" | "referral";
                stage?: string;
                parent?: string;
                text?: string;
                changedSince?: string;
                after?: string;
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases that this account may see, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    readCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "joint-check" | "consultation" | "draw" | "visit" | "referral";
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One case with the acts that are open to this account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    readTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "joint-check" | "consultation" | "draw" | "visit" | "referral";
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every act of a case, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntry"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    readCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a check is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckCounts"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    listObjects: {
        parameters: {
            query?: {
                text?: string;
                after?: string;
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Objects by credit code, registration number or part of the name; acts name them by `id` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckObjectPage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    listOfficers: {
        parameters: {
            query?: {
                text?: string;
                after?: string;
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Officers by staff number or part of the name; acts name them by `id` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerPage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Items in force that may be checked jointly */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemOption"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    countScope: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    kinds?: ("enterprise" | "individualBusiness" | "cooperative" | "representativeOffice" | "unlicensed" | "nonEnterpriseUnit" | "product" | "project" | "behaviour")[];
                    /** @default [] */
                    industries?: string[];
                    /** @default [] */
                    divisions?: string[];
                    /** @default [] */
                    tags?: string[];
                    /** @default [] */
                    riskClasses?: ("A" | "B" | "C" | "D")[];
                };
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeCount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    openForAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "joint-check" | "consultation" | "draw" | "visit" | "referral";
                number: string;
                act: "consultation.sendAnswer" | "visit.confirmResult" | "visit.reviewResult" | "visit.publishResult" | "visit.decideWithholding";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What stands in the case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    sendFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description It is kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["KindRefused"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
    askForPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "joint-check" | "visit";
                number: string;
                document: "record-form" | "onsite-record" | "inspection-notice" | "result-notice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for; its progress is read by the key */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotNow"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Unreachable"];
        };
    };
    readPaper: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotEntitled"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
        };
    };
}
