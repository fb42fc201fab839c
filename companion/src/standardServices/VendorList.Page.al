/// <summary>
/// Stands in for page 27 as the service VendorList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50113 "BCS Vendor List"
{
    ApplicationArea = All;
    Caption = 'Vendors';
    PageType = List;
    SourceTable = Vendor;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Rows)
            {
                field("No."; Rec."No.") { }
                field(Name; Rec.Name) { }
                field(Contact; Rec.Contact) { }
                field("Post Code"; Rec."Post Code") { }
                field("Country/Region Code"; Rec."Country/Region Code") { }
                field("E-Mail"; Rec."E-Mail") { }
                field("Phone No."; Rec."Phone No.") { }
                field("Fax No."; Rec."Fax No.") { }
                field(City; Rec.City) { }
                field(Blocked; Rec.Blocked) { }
                field("Currency Code"; Rec."Currency Code") { }
                field("Payment Terms Code"; Rec."Payment Terms Code") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}
