/// <summary>
/// The service UnitGroups: the unit groups of items and resources, read-only.
/// Code and name are made of the item or resource; the table does not keep them.
/// </summary>
page 50120 "BCS Unit Groups"
{
    ApplicationArea = All;
    Caption = 'Unit Groups';
    PageType = List;
    SourceTable = "Unit Group";
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
                field("Code"; Rec.GetCode())
                {
                    Caption = 'Code';
                }
                field("Source No."; Rec."Source No.") { }
                field("Source Name"; Rec.GetSourceName())
                {
                    Caption = 'Source Name';
                }
                field("Source Type"; Rec."Source Type") { }
                field("Source Id"; Rec."Source Id") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}
