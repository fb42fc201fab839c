/// <summary>
/// Stands in for page 5052 as the service ContactList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50116 "BCS Contact List"
{
    ApplicationArea = All;
    Caption = 'Contacts';
    PageType = List;
    SourceTable = Contact;
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
                field(Type; Rec.Type) { }
                field("Company No."; Rec."Company No.") { }
                field("Company Name"; Rec."Company Name") { }
                field("Post Code"; Rec."Post Code") { }
                field("Country/Region Code"; Rec."Country/Region Code") { }
                field("E-Mail"; Rec."E-Mail") { }
                field("Phone No."; Rec."Phone No.") { }
                field("Mobile Phone No."; Rec."Mobile Phone No.") { }
                field("Salesperson Code"; Rec."Salesperson Code") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}
