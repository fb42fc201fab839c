/// <summary>Number and name of a record of Business Central, by table and SystemId.</summary>
codeunit 50105 "BCS Coupled Record"
{
    Access = Internal;

    var
        CodeEndTok: Label ' UOM GR', Locked = true;

    /// <summary>True for the tables that the control in Sales couples or opens.</summary>
    procedure IsKnown(TableId: Integer): Boolean
    begin
        exit(TableId in [
            Database::Customer, Database::Vendor, Database::Contact, Database::Item, Database::Resource,
            Database::"Salesperson/Purchaser", Database::Currency, Database::"Unit of Measure", Database::"Unit Group",
            Database::"Customer Price Group", Database::"Sales Header", Database::Opportunity,
            Database::"Sales Invoice Header"]);
    end;

    /// <summary>Both are empty where the record was deleted or its table is not known.</summary>
    /// <returns>True where the record exists.</returns>
    procedure Describe(TableId: Integer; SystemId: Guid; var RecordNo: Text[50]; var RecordName: Text[250]; var RecordId: RecordId): Boolean
    var
        RecordRef: RecordRef;
    begin
        Clear(RecordNo);
        Clear(RecordName);
        Clear(RecordId);
        if not IsKnown(TableId) then
            exit(false);
        RecordRef.Open(TableId);
        if not RecordRef.GetBySystemId(SystemId) then
            exit(false);
        RecordId := RecordRef.RecordId();
        if TableId = Database::"Unit Group" then
            DescribeUnitGroup(RecordRef, RecordNo, RecordName)
        else begin
            RecordNo := CopyStr(Format(RecordRef.Field(NumberFieldNo(TableId)).Value()), 1, MaxStrLen(RecordNo));
            RecordName := CopyStr(Format(RecordRef.Field(NameFieldNo(TableId)).Value()), 1, MaxStrLen(RecordName));
        end;
        exit(true);
    end;

    /// <summary>
    /// Finds a record by its number. Sales documents are orders; a unit group is found by its code.
    /// </summary>
    /// <returns>The SystemId; the empty guid where there is no such record, or its table is not known.</returns>
    procedure FindByNumber(TableId: Integer; RecordNo: Text): Guid
    var
        SalesHeader: Record "Sales Header";
        RecordRef: RecordRef;
        NoSystemId: Guid;
    begin
        if (RecordNo = '') or not IsKnown(TableId) then
            exit(NoSystemId);
        if TableId = Database::"Unit Group" then
            exit(FindUnitGroup(RecordNo));
        RecordRef.Open(TableId);
        if TableId = Database::"Sales Header" then
            RecordRef.Field(SalesHeader.FieldNo("Document Type")).SetRange(SalesHeader."Document Type"::Order);
        RecordRef.Field(NumberFieldNo(TableId)).SetRange(RecordNo);
        if not RecordRef.FindFirst() then
            exit(NoSystemId);
        exit(RecordRef.Field(RecordRef.SystemIdNo()).Value());
    end;

    /// <summary>
    /// The number alone does not tell a unit group from others: an item and a resource may have the same. The code is made of
    /// both (table 5400, GetCode) and cannot be filtered by, so the number in it is looked for.
    /// </summary>
    local procedure FindUnitGroup(GroupCode: Text): Guid
    var
        UnitGroup: Record "Unit Group";
        NoSystemId: Guid;
    begin
        UnitGroup.SetRange("Source No.", SourceNoIn(GroupCode));
        if UnitGroup.FindSet() then
            repeat
                if UnitGroup.GetCode() = GroupCode then
                    exit(UnitGroup.SystemId);
            until UnitGroup.Next() = 0;
        exit(NoSystemId);
    end;

    /// <summary>What stands between the first word of a code and its last two.</summary>
    local procedure SourceNoIn(GroupCode: Text): Code[20]
    var
        UnitGroup: Record "Unit Group";
        Start: Integer;
        Length: Integer;
    begin
        Start := StrPos(GroupCode, ' ') + 1;
        Length := StrLen(GroupCode) - StrLen(CodeEndTok) - Start + 1;
        if (Length <= 0) or not GroupCode.EndsWith(CodeEndTok) then
            exit('');
        exit(CopyStr(CopyStr(GroupCode, Start, Length), 1, MaxStrLen(UnitGroup."Source No.")));
    end;

    /// <summary>A unit group is known by its code, and named as its item or resource; its table keeps neither.</summary>
    local procedure DescribeUnitGroup(RecordRef: RecordRef; var RecordNo: Text[50]; var RecordName: Text[250])
    var
        UnitGroup: Record "Unit Group";
    begin
        RecordRef.SetTable(UnitGroup);
        RecordNo := UnitGroup.GetCode();
        RecordName := UnitGroup.GetSourceName();
    end;

    local procedure NumberFieldNo(TableId: Integer): Integer
    var
        SalesHeader: Record "Sales Header";
        SalesInvoiceHeader: Record "Sales Invoice Header";
    begin
        case TableId of
            Database::"Sales Header":
                exit(SalesHeader.FieldNo("No."));
            Database::"Sales Invoice Header":
                exit(SalesInvoiceHeader.FieldNo("No."));
        end;
        // The others have a primary key of one field, which is their number or code.
        exit(1);
    end;

    local procedure NameFieldNo(TableId: Integer): Integer
    var
        Contact: Record Contact;
        Currency: Record Currency;
        Customer: Record Customer;
        CustomerPriceGroup: Record "Customer Price Group";
        Item: Record Item;
        Opportunity: Record Opportunity;
        Resource: Record Resource;
        SalesHeader: Record "Sales Header";
        SalesInvoiceHeader: Record "Sales Invoice Header";
        SalespersonPurchaser: Record "Salesperson/Purchaser";
        UnitOfMeasure: Record "Unit of Measure";
        Vendor: Record Vendor;
    begin
        case TableId of
            Database::Contact:
                exit(Contact.FieldNo(Name));
            Database::Currency:
                exit(Currency.FieldNo(Description));
            Database::Customer:
                exit(Customer.FieldNo(Name));
            Database::"Customer Price Group":
                exit(CustomerPriceGroup.FieldNo(Description));
            Database::Item:
                exit(Item.FieldNo(Description));
            Database::Opportunity:
                exit(Opportunity.FieldNo(Description));
            Database::Resource:
                exit(Resource.FieldNo(Name));
            Database::"Sales Header":
                exit(SalesHeader.FieldNo("Sell-to Customer Name"));
            Database::"Sales Invoice Header":
                exit(SalesInvoiceHeader.FieldNo("Sell-to Customer Name"));
            Database::"Salesperson/Purchaser":
                exit(SalespersonPurchaser.FieldNo(Name));
            Database::"Unit of Measure":
                exit(UnitOfMeasure.FieldNo(Description));
            Database::Vendor:
                exit(Vendor.FieldNo(Name));
        end;
    end;
}
