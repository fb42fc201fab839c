/// <summary>
/// Stands in for page 31 as the service ItemList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50114 "BCS Item List"
{
    ApplicationArea = All;
    Caption = 'Items';
    PageType = List;
    SourceTable = Item;
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
                field(Description; Rec.Description) { }
                field(Type; Rec.Type) { }
                field(Blocked; Rec.Blocked) { }
                field("Base Unit of Measure"; Rec."Base Unit of Measure") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}
