/// <summary>Lets whoever reads the standard page, published as IntegrationTableMappings, know the tables of a mapping by number.</summary>
pageextension 50102 "BCS Integr. Table Mapping List" extends "Integration Table Mapping List"
{
    layout
    {
        addlast(Group)
        {
            field("Table ID"; Rec."Table ID")
            {
                ApplicationArea = All;
                ToolTip = 'Specifies the table of Business Central.';
            }
            field("Integration Table ID"; Rec."Integration Table ID")
            {
                ApplicationArea = All;
                ToolTip = 'Specifies the table of Business Central that stands for the table in Dataverse.';
            }
        }
    }
}
